import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";

interface FindFieldProps {
  id: string;
  name: string;
  placeholder: string;
  words: Signal<string>;
  element: RefObject<HTMLInputElement | null>;
  found: string;
}

/** A filter by words, and how many rows it leaves. */
export function FindField({ id, name, placeholder, words, element, found }: FindFieldProps) {
  return (
    <div class="find">
      <label for={id}>{name}</label>
      <input
        id={id}
        ref={element}
        type="search"
        placeholder={placeholder}
        autocomplete="off"
        value={words.value}
        onInput={(event) => (words.value = event.currentTarget.value)}
      />
      <p class="count" role="status">
        {found}
      </p>
    </div>
  );
}
