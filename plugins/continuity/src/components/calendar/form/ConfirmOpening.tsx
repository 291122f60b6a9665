import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { WindowChange } from '@continuity/plugin-continuity-common';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { Notice } from '../../shared/Notice';
import { Changes } from './PreviewPanel';

/** What is closed now and would open at once, and that one has seen it. */
export const ConfirmOpening = (props: {
  /** None: the backend has said what opens, which the preview does not know. */
  opening: readonly WindowChange[];
  seen: boolean;
  onSeen: (seen: boolean) => void;
}) => {
  const { t } = useTranslationRef(windowFormTranslationRef);
  return (
    <Notice tone="notice" title={t('save.opens')}>
      {props.opening.length > 0 ? <Changes changes={props.opening} /> : null}
      <FormControlLabel
        label={t('save.confirm')}
        control={
          <Checkbox
            color="primary"
            checked={props.seen}
            onChange={(_, checked) => props.onSeen(checked)}
          />
        }
      />
    </Notice>
  );
};
