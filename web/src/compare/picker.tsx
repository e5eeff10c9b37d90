import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useKeys } from "../keys";
import { bySide, counted, dayOf, outletOf, sideOfArticle, titleOf } from "../questions";
import type { ArticleEntry } from "../records";
import { go, hrefTo } from "../router";

const most = 4;

interface PickerProps {
  articles: ArticleEntry[];
  chosen: string[];
}

/** Chooses two to four articles to lay side by side. */
export function Picker({ articles, chosen }: PickerProps) {
  const picked = useSignal<string[]>(chosen);
  const words = useSignal("");
  const input = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => input.current?.focus() });
  const folded = words.value.toLowerCase();
  const shown = bySide(articles).filter((article) =>
    [titleOf(article), outletOf(article), sideOfArticle(article), article.path].some((value) =>
      value.toLowerCase().includes(folded),
    ),
  );
  const turn = (id: string): void => {
    picked.value = picked.value.includes(id)
      ? picked.value.filter((other) => other !== id)
      : [...picked.value, id];
  };
  const number = picked.value.length;
  const compare = (): void => {
    const query = new URLSearchParams(picked.value.map((id) => ["article", id]));
    go(hrefTo("compare", query));
  };
  return (
    <form
      class="picker"
      onSubmit={(event) => {
        event.preventDefault();
        if (number >= 2) compare();
      }}
    >
      <div class="find">
        <label>
          Find{" "}
          <input
            ref={input}
            type="search"
            placeholder="title, outlet or side"
            autocomplete="off"
            value={words.value}
            onInput={(event) => (words.value = event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={number < 2}>
          Compare
        </button>
        <p class="count" role="status">
          {counted(number, "article")} chosen; choose two to four.
        </p>
      </div>
      <div class="choices">
        {groupsOf(shown).map(([side, group]) => (
          <fieldset key={side}>
            <legend>
              <bdi>{side}</bdi>
            </legend>
            {group.map((article) => (
              <Choice
                key={article.id}
                article={article}
                isOn={picked.value.includes(article.id)}
                isFull={number >= most}
                turn={turn}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {shown.length === 0 && <p class="empty">No article has these words.</p>}
    </form>
  );
}

function groupsOf(articles: ArticleEntry[]): [string, ArticleEntry[]][] {
  const groups = new Map<string, ArticleEntry[]>();
  for (const article of articles) {
    const side = sideOfArticle(article);
    groups.set(side, [...(groups.get(side) ?? []), article]);
  }
  return [...groups];
}

interface ChoiceProps {
  article: ArticleEntry;
  isOn: boolean;
  isFull: boolean;
  turn: (id: string) => void;
}

function Choice({ article, isOn, isFull, turn }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        data-row={article.id}
        checked={isOn}
        disabled={isFull && !isOn}
        onChange={() => turn(article.id)}
      />
      <span>
        <bdi>{titleOf(article)}</bdi>
        <small>
          <bdi>{outletOf(article)}</bdi>, {dayOf(article) ?? "date not known"}
        </small>
      </span>
    </label>
  );
}
