/** Words as they are looked for. */
export const fold = (words: string): string => words.normalize("NFC").toLowerCase();
