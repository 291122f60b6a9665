import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { KeyboardEvent } from 'react';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { BOX, type Box } from './layoutPicture';
import type { PictureLook } from './pictureLook';

/** What fits into a box; the whole name is its label and its tooltip. */
const MAX_CHARACTERS = 24;

const short = (text: string) =>
  text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS - 1)}…` : text;

/** One box of the picture: a node, or many that are counted. */
export const BoxShape = (props: {
  box: Box;
  look: PictureLook;
  name: string;
  chosen: boolean;
  tabIndex: number;
  onFocus: () => void;
  onKey: (event: KeyboardEvent) => void;
  onPress: () => void;
}) => {
  const { box, look, name, chosen } = props;
  const { t } = useTranslationRef(graphTranslationRef);
  // Where one looks from is not affected by itself, and saying so would confuse.
  const outcome =
    box.kind === 'node' && (box.node.hops > 0 || box.node.outcome === 'down')
      ? box.node.outcome
      : undefined;
  const second =
    box.kind === 'group'
      ? t('picture.counted', { count: box.group.count })
      : // What becomes of it comes first: the end of a long line is cut.
        [outcome ? t(`outcome.${outcome}`) : '', box.node.node.tier?.title]
          .filter(Boolean)
          .join(' · ');
  const label = [name, second].filter(Boolean).join(', ');
  const color = look.outcome(outcome);
  return (
    <g
      id={`box-${box.id}`}
      transform={`translate(${box.x},${box.y})`}
      role="button"
      aria-label={label}
      aria-pressed={chosen}
      tabIndex={props.tabIndex}
      cursor="pointer"
      onFocus={props.onFocus}
      onKeyDown={props.onKey}
      onClick={props.onPress}
    >
      <title>{label}</title>
      <rect
        width={BOX.width}
        height={BOX.height}
        rx={4}
        fill={look.background}
        stroke={chosen ? look.chosen : color}
        strokeWidth={chosen ? 3 : 1}
        strokeDasharray={box.kind === 'group' ? '6 3' : undefined}
      />
      <rect width={5} height={BOX.height} rx={2} fill={color} />
      <text x={14} y={19} fill={look.text}>
        {short(name)}
      </text>
      <text x={14} y={36} fill={look.faint} fontSize={11}>
        {short(second)}
      </text>
    </g>
  );
};
