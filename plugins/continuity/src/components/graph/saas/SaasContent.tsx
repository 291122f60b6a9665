import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  continuitySaasDecidePermission,
  type Saas,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useReader,
  useSaasList,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { saasTranslationRef } from '../../../translation/saasTranslationRef';
import { formatDay } from '../../calendar/time/civilDay';
import { civilDayAt } from '../../calendar/time/zoneDays';
import { ChoiceField } from '../../shared/ChoiceField';
import { DataTable } from '../../shared/DataTable';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { StatusBanner } from '../../shared/StatusBanner';
import { FreshnessNotice } from '../shared/FreshnessNotice';
import { DecisionDialog } from './DecisionDialog';
import { SaasRow } from './SaasRow';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'ContinuitySaas' },
);

const PLANNING = ['yes', 'no', 'unknown'] as const;
const LIMIT = 50;

/** Third-party services: whether each is in continuity planning, by rule or by decision. */
export const SaasContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(saasTranslationRef);
  const { timeZone } = useReader();
  const [params, setParams] = useSearchParams();
  const inPlanning = PLANNING.find(value => value === params.get('inPlanning'));
  const due = params.get('due') === 'true';
  const [cursors, setCursors] = useState<string[]>([]);
  const [deciding, setDeciding] = useState<Saas>();
  const page = useSaasList({
    ...(inPlanning && { inPlanning }),
    ...(due && { due }),
    limit: LIMIT,
    cursor: cursors[cursors.length - 1],
  });
  const set = (name: string, value: string | undefined) => {
    setCursors([]);
    setParams(
      before => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  };
  const { loading, allowed: mayDecide } = usePermission({
    permission: continuitySaasDecidePermission,
  });
  const close = () => setDeciding(undefined);
  return (
    <>
      <StatusBanner />
      <Section title={t('title')}>
        <Typography variant="body2" color="textSecondary" paragraph>
          {t('means')}{' '}
          {loading || mayDecide
            ? null
            : t('mayNotDecide', {
                permission: continuitySaasDecidePermission.name,
              })}
        </Typography>
        <div
          className={classes.filters}
          role="search"
          aria-label={t('filter.label')}
        >
          <ChoiceField
            label={t('filter.planning')}
            any={t('filter.any')}
            value={inPlanning}
            choices={PLANNING.map(value => ({
              value,
              label: t(`planning.${value}`),
            }))}
            onChange={value => set('inPlanning', value)}
          />
          <FormControlLabel
            label={t('filter.due')}
            control={
              <Checkbox
                color="primary"
                checked={due}
                onChange={event =>
                  set('due', event.target.checked ? 'true' : undefined)
                }
              />
            }
          />
        </div>
        <ResourceView
          resource={page}
          what={t('what')}
          permission={needs.graph}
          lines={8}
        >
          {({ graph, items, nextCursor }) => (
            <>
              <FreshnessNotice graph={graph} />
              {items.length === 0 ? (
                <Empty title={t('empty')} remedy={t('emptyRemedy')} />
              ) : (
                <DataTable
                  label={t('title')}
                  columns={[
                    t('column.name'),
                    t('column.dependants'),
                    t('column.contract'),
                    t('column.planning'),
                    t('column.problems'),
                    t('column.actions'),
                  ]}
                >
                  {items.map(saas => (
                    <SaasRow
                      key={saas.node.id}
                      saas={saas}
                      onDecide={mayDecide ? setDeciding : undefined}
                    />
                  ))}
                </DataTable>
              )}
              {cursors.length > 0 ? (
                <Button onClick={() => setCursors(past => past.slice(0, -1))}>
                  {t('previous')}
                </Button>
              ) : null}
              {nextCursor ? (
                <Button onClick={() => setCursors([...cursors, nextCursor])}>
                  {t('next')}
                </Button>
              ) : null}
            </>
          )}
        </ResourceView>
      </Section>
      {deciding?.node.ref ? (
        <DecisionDialog
          saas={deciding}
          entityRef={deciding.node.ref}
          today={formatDay(civilDayAt(Date.now(), timeZone))}
          onDone={() => {
            close();
            if (page.state === 'ready') page.retry();
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
};
