import './Composer.css';
import { Skeleton } from '../ui/Skeleton';

/** Stands in the composer's place while a page is read. */
export function ComposerSkeleton() {
  return (
    <div class="composer-skeleton" aria-busy="true">
      <Skeleton width="116px" height="174px" round="var(--r-2)" />
      <div class="composer-skeleton-words">
        <Skeleton height="30px" />
        <Skeleton height="60px" />
        <Skeleton height="30px" />
      </div>
    </div>
  );
}
