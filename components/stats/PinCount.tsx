import { formatNumber, t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import type { AllPins } from './use-pins';

interface PinCountProps extends Pick<AllPins, 'pins' | 'isWhole' | 'isCut' | 'error' | 'readOn'> {
  /** How many of the pins are shown. */
  shown: number;
}

/** How many pins are shown of how many; where these are not all, why, and what to do about it. */
export function PinCount({ shown, pins, readOn, ...walk }: PinCountProps) {
  return (
    <p class="tiny muted">
      <span role="status">{t(wordsOf(walk), formatNumber(shown), formatNumber(pins.length))}</span>
      {walk.isCut && (
        <>
          {' '}
          <Button kind="plain" onClick={readOn}>
            {t('allReadOn')}
          </Button>
        </>
      )}
    </p>
  );
}

function wordsOf({ isWhole, isCut, error }: Pick<AllPins, 'isWhole' | 'isCut' | 'error'>) {
  if (isWhole) return 'allCount';
  if (error) return 'allCountFailed';
  return isCut ? 'allCountCut' : 'allCountSoFar';
}
