import { isReport } from "./api";
import { twinOf, type Place } from "./place";

/** What these pages are and are not, and the page's twin for programs. */
export function Footer({ now }: { now: Place }) {
  const twin = isReport ? null : twinOf(now);
  return (
    <footer class="foot">
      <p>
        Parallax attributes and compares; it never judges. What it shows are suggestions: its rules
        were made for English news, they overlook things and misread others, and machine translation
        makes them do so more often. Check the sentence before you rely on it. <i>Silent</i> means
        that nothing was found in these articles, and no more.
      </p>
      {twin && (
        <p>
          For programs: <a href={twin}>this page as JSON</a>,{" "}
          <a href="/api/v1/openapi.json">the API</a>.
        </p>
      )}
    </footer>
  );
}
