import { Component, h, type FunctionComponent } from "preact";

/** A component that is drawn anew only when one of its properties is another: for rows of long tables. */
export function kept<P extends object>(component: FunctionComponent<P>): new () => Component<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const names = Object.keys({ ...this.props, ...next }) as (keyof P)[];
      return names.some((name) => (this.props as P)[name] !== next[name]);
    }
    override render() {
      return h(component, this.props as P);
    }
  };
}
