import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  continuityChangeCreatePermission,
  type Change,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useChange,
  useReader,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Empty } from '../../shared/Empty';
import { Notice } from '../../shared/Notice';
import { needs } from '../../shared/permissions';
import { RefusalList } from '../shared/RefusalList';
import { useChangePaths } from '../shared/useChangePaths';
import { useMayRaise } from '../shared/useMayRaise';
import { ChangeEditor } from './ChangeEditor';
import { emptyForm, formOf } from './changeForm';

const useStyles = makeStyles(
  theme => ({
    heading: { margin: theme.spacing(1, 0, 2), overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityChangeFormPage' },
);

const Heading = (props: { back: string; backTo: string; title: string }) => {
  const classes = useStyles();
  return (
    <>
      <Link to={props.backTo}>{props.back}</Link>
      <Typography variant="h5" component="h2" className={classes.heading}>
        {props.title}
      </Typography>
    </>
  );
};

/** Where the change is, once it is saved. */
function useGoTo() {
  const navigate = useNavigate();
  const paths = useChangePaths();
  return (id: string) => navigate(paths?.change(id) ?? '..');
}

/** The form for a new change; the address may name what is to be changed. */
export const NewChangePage = () => {
  const goTo = useGoTo();
  const paths = useChangePaths();
  const [params] = useSearchParams();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tChange } = useTranslationRef(changeTranslationRef);
  const mayRaise = useMayRaise();
  const [initial] = useState(() =>
    emptyForm(params.get('entity')?.slice(0, 400) || undefined),
  );
  return (
    <>
      <Heading
        back={tChange('back')}
        backTo={paths?.list() ?? '..'}
        title={t('new')}
      />
      {mayRaise === false ? (
        <Notice tone="notice" title={t('mayNotRaise')}>
          {t('mayNotRaiseRemedy', {
            permission: continuityChangeCreatePermission.name,
          })}
        </Notice>
      ) : (
        <ChangeEditor initial={initial} onDone={goTo} />
      )}
    </>
  );
};

const Revising = ({ change }: { change: Change }) => {
  const goTo = useGoTo();
  const { timeZone } = useReader();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const revise = change.next.find(({ event }) => event === 'revise');
  if (!revise?.allowed) {
    return (
      <Notice tone="bad" title={t('notRevisable')}>
        <RefusalList refusals={revise?.refusals ?? []} />
      </Notice>
    );
  }
  return (
    <ChangeEditor
      saved={change}
      initial={formOf(change.content, timeZone)}
      onDone={goTo}
    />
  );
};

/** The form for what a change says. What is typed stays, whatever others do meanwhile. */
export const ReviseChangePage = () => {
  const { id = '' } = useParams();
  const paths = useChangePaths();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tChange } = useTranslationRef(changeTranslationRef);
  const change = useChange(id);
  return (
    <>
      <Heading
        back={t('backToChange')}
        backTo={paths?.change(id) ?? '..'}
        title={t('edit', {
          title: change.state === 'ready' ? change.value.summary.title : '',
        })}
      />
      <ResourceView
        resource={change}
        what={tChange('what')}
        permission={needs.change}
        lines={12}
        notFound={
          <Empty
            title={tChange('notFound')}
            remedy={tChange('notFoundRemedy')}
          />
        }
      >
        {value => <Revising change={value} />}
      </ResourceView>
    </>
  );
};
