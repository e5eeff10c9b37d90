import { useLayoutEffect } from "preact/hooks";
import { getArticles } from "./api";
import { CommandWords } from "./command_words";
import { useLoaded } from "./loaded";
import { bySide, counted, dayOf, outletOf, sideOfArticle, titleOf } from "./questions";
import type { ArticleEntry } from "./records";
import { hrefTo, settle } from "./router";
import { Loading, Trouble } from "./state_lines";

export function ArticlesPage() {
  const { data, problem, again } = useLoaded("articles", getArticles);
  useLayoutEffect(() => {
    document.title = "Articles · Parallax";
    if (data) settle();
  }, [data !== null]);
  return (
    <section>
      <h1 tabIndex={-1}>Articles</h1>
      {problem && <Trouble problem={problem} again={again} />}
      {data ? <ArticleTable articles={bySide(data)} /> : !problem && <Loading />}
    </section>
  );
}

function ArticleTable({ articles }: { articles: ArticleEntry[] }) {
  if (articles.length === 0) {
    return (
      <p class="empty">
        <CommandWords words="The project has no articles yet. Add some with `parallax add PROJECT.plx PATH`." />
      </p>
    );
  }
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Articles">
      <table class="articles">
        <caption>{counted(articles.length, "article")}, by side and outlet</caption>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Outlet</th>
            <th scope="col">Side</th>
            <th scope="col">Date</th>
          </tr>
        </thead>
        <tbody>
          {articles.map((article) => (
            <ArticleRow key={article.id} article={article} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ArticleRow({ article }: { article: ArticleEntry }) {
  const query = new URLSearchParams({ article: article.id });
  return (
    <tr>
      <th scope="row">
        <a data-in data-row={article.id} href={hrefTo("compare", query)}>
          <bdi>{titleOf(article)}</bdi>
        </a>
        <code>
          <bdi>{article.path}</bdi>
        </code>
      </th>
      <td>
        <bdi>{outletOf(article)}</bdi>
      </td>
      <td>
        <bdi>{sideOfArticle(article)}</bdi>
      </td>
      <td>{dayOf(article) ?? "not known"}</td>
    </tr>
  );
}
