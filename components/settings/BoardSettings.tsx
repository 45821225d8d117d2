import { useEffect, useState } from 'preact/hooks';

import { forgetChoices, readChoices } from '../../lib/boards/choices';
import type { BoardMarks } from '../../lib/boards/types';
import { t, tn } from '../../lib/i18n';
import { boardMarks, recentChoices } from '../../lib/storage/items';
import { Button } from '../ui/Button';

/** What Tack learned of boards, which stays on this computer, and the boards that the person marked. */
export function BoardSettings() {
  const [choices, setChoices] = useState(0);
  const [marks, setMarks] = useState<BoardMarks>({ starred: [], hidden: [] });
  useEffect(() => {
    void readChoices().then(({ length }) => setChoices(length));
    void boardMarks.getValue().then(setMarks);
  }, []);
  const forget = async () => {
    await Promise.all([forgetChoices(), recentChoices.removeValue()]);
    setChoices(0);
  };
  const unmark = (as: keyof BoardMarks) => {
    const next = { ...marks, [as]: [] };
    setMarks(next);
    void boardMarks.setValue(next);
  };
  return (
    <ul class="settings-facts">
      <Fact
        words={tn('boardChoices', choices)}
        action={t('boardForget')}
        onAct={choices > 0 ? () => void forget() : null}
      />
      <Fact
        words={tn('boardsStarred', marks.starred.length)}
        action={t('boardsUnstar')}
        onAct={marks.starred.length > 0 ? () => unmark('starred') : null}
      />
      <Fact
        words={tn('boardsHidden', marks.hidden.length)}
        action={t('boardsUnhide')}
        onAct={marks.hidden.length > 0 ? () => unmark('hidden') : null}
      />
    </ul>
  );
}

interface FactProps {
  words: string;
  action: string;
  /** Null where there is nothing to do. */
  onAct: (() => void) | null;
}

const Fact = ({ words, action, onAct }: FactProps) => (
  <li class="settings-fact">
    <span>{words}</span>
    {onAct && (
      <Button kind="plain" onClick={onAct}>
        {action}
      </Button>
    )}
  </li>
);
