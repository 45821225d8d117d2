import './Skeleton.css';

/** A grey shape where something is about to be; sizes are CSS lengths. */
export function Skeleton({
  width = '100%',
  height = '1em',
  round = 'var(--r-1)',
}: {
  width?: string;
  height?: string;
  round?: string;
}) {
  return (
    <span class="skeleton" aria-hidden="true" style={{ width, height, borderRadius: round }} />
  );
}
