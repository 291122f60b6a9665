import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  continuityOverrideRequestPermission,
  type GateDecision,
} from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import { Link } from 'react-router-dom';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { useOverridePaths } from './useOverridePaths';

/**
 * The way from an answer of the gate to an override of what it is closed by. Only where the
 * policies let something of it be overridden, and for those who may ask.
 */
export const BreakGlassLink = ({ decision }: { decision: GateDecision }) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  const paths = useOverridePaths();
  const { allowed } = usePermission({
    permission: continuityOverrideRequestPermission,
  });
  const { verdict, reasons, request } = decision;
  const rules = reasons.flatMap(({ rule, overridable }) =>
    overridable ? [rule] : [],
  );
  if (!paths || !allowed || verdict === 'allow' || rules.length === 0) {
    return null;
  }
  const { entity, environment, region } = request;
  return (
    <Button
      size="small"
      variant="outlined"
      component={Link}
      to={paths.ask({
        rules,
        entities: [entity],
        environments: [environment],
        regions: region === undefined ? [] : [region],
      })}
      aria-label={t('breakGlassFor', {
        place: region ? `${environment}, ${region}` : environment,
      })}
    >
      {t('breakGlass')}
    </Button>
  );
};
