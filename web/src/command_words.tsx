/** A sentence of the program, in which commands stand between backticks. */
export function CommandWords({ words }: { words: string }) {
  return (
    <bdi>
      {words
        .split("`")
        .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </bdi>
  );
}
