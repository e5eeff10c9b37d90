/** How far down its column a claim comes to stand, so that the columns' claims lie side by side. */
const height = 0.42;

/**
 * Brings every column to its claim of the current dispute. Where the columns stand one below the
 * other, the page goes to the words that were asked for.
 */
export function land(page: HTMLElement, { isBack }: { isBack: boolean }): void {
  const columns = [...page.querySelectorAll<HTMLElement>(".column-body")];
  const targets = columns.map(
    (column) =>
      column.querySelector<HTMLElement>(".landing") ??
      column.querySelector<HTMLElement>(".dispute.current"),
  );
  columns.forEach((column, index) => {
    const target = targets[index];
    if (!target) return;
    const distance = target.getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollTop += distance - column.clientHeight * height;
  });
  if (isBack) return;
  const landing = page.querySelector<HTMLElement>(".landing");
  const first = landing ?? targets.find((target) => target !== null);
  landing?.focus({ preventScroll: true });
  if (first && !isInView(first)) first.scrollIntoView({ block: "center" });
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight * 0.8;
}
