import assert from "node:assert/strict";
import test from "node:test";
import * as place from "../src/place.ts";

test("paths name pages", () => {
  assert.equal(place.placeOf("/", "").page, "disputes");
  assert.equal(place.placeOf("/disputes/", "").page, "disputes");
  assert.equal(place.placeOf("/compare", "?article=a&article=b").page, "compare");
  assert.equal(place.placeOf("/nothing", "").page, "lost");
  assert.equal(place.placeOf("/constructor", "").page, "lost");
});

test("in a report only a hash with a slash is a place", () => {
  assert.equal(place.placeOfHash(""), null);
  assert.equal(place.placeOfHash("#q-be16b58ca62e3512"), null);
  const found = place.placeOfHash("#/disputes?type=figure&side=a%3Fb");
  assert.equal(found.page, "disputes");
  assert.equal(found.query.get("type"), "figure");
  assert.equal(found.query.get("side"), "a?b");
});

test("a state survives its URL", () => {
  const query = new URLSearchParams([
    ["side", "Ճ & سین"],
    ["type", "figure"],
  ]);
  const path = place.pathTo("disputes", query);
  const [before, search] = path.split("?");
  assert.deepEqual([...place.placeOf(before, search).query], [...query]);
});

test("a change leaves the other values alone", () => {
  const query = new URLSearchParams("article=a&article=b&question=q&at=x");
  assert.equal(
    place.changed(query, { question: "r", at: null }).toString(),
    "article=a&article=b&question=r",
  );
  assert.equal(query.get("at"), "x");
});

test("the twin asks the API for what the page shows", () => {
  const twin = (path, search) => place.twinOf(place.placeOf(path, search));
  assert.equal(twin("/", ""), "/api/v1/questions?verdict=conflict");
  assert.equal(twin("/", "?verdict=same&open=1&rows=400"), "/api/v1/questions?verdict=same");
  assert.equal(
    twin("/", "?side=A%26B&type=date"),
    "/api/v1/questions?verdict=conflict&type=date&side=A%26B",
  );
  assert.equal(
    twin("/compare", "?article=a&article=b&at=1"),
    "/api/v1/compare?article=a&article=b",
  );
  assert.equal(twin("/articles", ""), "/api/v1/articles");
  assert.equal(twin("/lost", ""), null);
});

test("where to land", () => {
  const at = { article: "ab:c", begin: 776, end: 785 };
  assert.deepEqual(place.parseAt(place.formatAt(at)), at);
  for (const wrong of [null, "", "x", "x:5-4", "x:5-5", "x:-1-4", "x:a-b", ":1-2", "x:1-2;3"]) {
    assert.equal(place.parseAt(wrong), null, String(wrong));
  }
});

test("layers: the usual ones are not said", () => {
  const of = (words) => place.layersOf(new URLSearchParams(words));
  assert.deepEqual(of(""), ["attributions"]);
  assert.deepEqual(of("layers=none"), []);
  assert.deepEqual(of("layers=labels,figures,nonsense"), ["figures", "labels"]);
  assert.equal(place.formatLayers(["attributions"]), null);
  assert.equal(place.formatLayers([]), "none");
  assert.equal(place.formatLayers(["labels", "figures"]), "figures,labels");
});
