import { makeStyles } from '@material-ui/core/styles';
import { RuleName } from './RuleName';
import type { WindowTitle } from './useWindowTitles';

const useStyles = makeStyles(
  {
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      overflowWrap: 'anywhere',
    },
  },
  { name: 'ContinuityRuleNames' },
);

/** Rules of the gate, one below the other. */
export const RuleNames = (props: {
  rules: readonly string[];
  titleOf: (rule: string) => WindowTitle | undefined;
}) => (
  <ul className={useStyles().list}>
    {props.rules.map(rule => (
      <li key={rule}>
        <RuleName rule={rule} title={props.titleOf(rule)} />
      </li>
    ))}
  </ul>
);
