import { formatLayers, layers, layersOf, type Layer } from "../place";
import { change } from "../router";

const classOf: Record<Layer, string> = {
  attributions: "attribution content",
  figures: "figure starts",
  timexes: "timex starts",
  entities: "entity starts",
  labels: "label starts",
};

const wordsOf: Record<Layer, string> = {
  attributions: "attributed words",
  figures: "figures",
  timexes: "times",
  entities: "names",
  labels: "labels",
};

/** Which marks are shown; each switch wears its own mark, so that they are the legend too. */
export function LayerSwitches({ query }: { query: URLSearchParams }) {
  const shown = layersOf(query);
  const turn = (layer: Layer): void => {
    const next = shown.includes(layer) ? shown.filter((one) => one !== layer) : [...shown, layer];
    change({ layers: formatLayers(next) }, { replace: true });
  };
  return (
    <div class="chips layers" role="group" aria-label="Marks shown">
      <span class="chips-name" aria-hidden="true">
        Marks
      </span>
      <span class="legend">
        <mark class="dispute p5" data-letter="A">
          <span>disputed</span>
        </mark>
      </span>
      {layers.map((layer) => (
        <button
          key={layer}
          type="button"
          class="chip"
          aria-pressed={shown.includes(layer)}
          onClick={() => turn(layer)}
        >
          <span class={classOf[layer]}>{wordsOf[layer]}</span>
        </button>
      ))}
    </div>
  );
}
