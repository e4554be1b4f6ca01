/** A turning ring. With a label it is announced; without one it is decoration. */
export function Spinner({ label }: { label?: string | undefined }) {
  return label ? (
    <span role="status">
      <span class="hb-spinner" />
      <span class="hb-sr">{label}</span>
    </span>
  ) : (
    <span class="hb-spinner" aria-hidden="true" />
  );
}
