import { render } from "preact";
import { startKeys } from "./keys";
import { followInPage, startRouter } from "./router";
import { Shell } from "./shell";

function start(): void {
  let root = document.getElementById("app");
  if (!root) {
    root = document.createElement("div");
    root.id = "app";
    document.body.prepend(root);
  }
  root.addEventListener("click", followInPage);
  startRouter();
  startKeys();
  render(<Shell />, root);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
