import { t } from '../../lib/i18n';
import { download } from '../../lib/state/data';
import { toCsv, toJson, type Sheet } from '../../lib/stats/export';
import { Button } from '../ui/Button';

interface FileButtonsProps {
  /** The files' name, without its ending. */
  name: string;
  /** Makes what goes into the file, once it is asked for. */
  sheet: () => Sheet;
}

/** Hands a table to the person as a CSV or as JSON. */
export function FileButtons({ name, sheet }: FileButtonsProps) {
  const save = (ending: string, text: string, type: string) =>
    download(`${name}.${ending}`, new Blob([text], { type }));
  return (
    <>
      <Button
        kind="plain"
        label={t('exportCsv')}
        onClick={() => save('csv', toCsv(sheet()), 'text/csv')}
      >
        CSV
      </Button>
      <Button
        kind="plain"
        label={t('exportJson')}
        onClick={() => save('json', toJson(sheet()), 'application/json')}
      >
        JSON
      </Button>
    </>
  );
}
