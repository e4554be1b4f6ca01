/** One icon of icons.ts, in the colour of the text beside it. Decoration: the words stand next to it or in a label. */
export function Icon({ path, size = 20 }: { path: string; size?: number | undefined }) {
  return (
    <svg
      class="hb-icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
