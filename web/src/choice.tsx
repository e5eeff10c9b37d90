import { change } from "./router";

export interface Option {
  value: string;
  words: string;
}

interface ChoiceProps {
  name: string;
  /** of the page's query */
  parameter: string;
  options: Option[];
  chosen: string | null;
}

/** A filter of which there may be too many values for chips. */
export function Choice({ name, parameter, options, chosen }: ChoiceProps) {
  const id = `choice-${parameter}`;
  const isKnown = !chosen || options.some(({ value }) => value === chosen);
  return (
    <div class="choice-of">
      <label for={id}>{name}</label>
      <select
        id={id}
        value={chosen ?? ""}
        onChange={({ currentTarget }) =>
          change({ [parameter]: currentTarget.value, open: null, rows: null })
        }
      >
        <option value="">all</option>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
