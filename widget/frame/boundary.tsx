import { Component, type ComponentChildren } from 'preact';

/** Shows `fallback` in place of a view that could not be drawn. */
export class Boundary extends Component<
  {
    report(problem: unknown): void;
    fallback(again: () => void): ComponentChildren;
    children: ComponentChildren;
  },
  { broken: boolean }
> {
  override state = { broken: false };

  override componentDidCatch(problem: unknown) {
    this.props.report(problem);
    this.setState({ broken: true });
  }

  override render() {
    return this.state.broken
      ? this.props.fallback(() => this.setState({ broken: false }))
      : this.props.children;
  }
}
