import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import type { ExemptionAct } from './exemptionActs';

/** What the reader can do about an exemption. */
export const ExemptionButtons = (props: {
  acts: readonly ExemptionAct[];
  /** Of the check. */
  title: string;
  onAct: (act: ExemptionAct) => void;
}) => {
  const { acts, title, onAct } = props;
  const { t } = useTranslationRef(scorecardTranslationRef);
  return (
    <div>
      {acts.map(act => (
        <Button
          key={act.kind}
          size="small"
          aria-label={t('exemption.doOf', {
            act: t(`exemption.do.${act.kind}`),
            title,
          })}
          onClick={() => onAct(act)}
        >
          {t(`exemption.do.${act.kind}`)}
        </Button>
      ))}
    </div>
  );
};
