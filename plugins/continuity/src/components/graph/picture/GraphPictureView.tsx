import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  GraphCountedGroup,
  GraphNode,
  GraphPicture,
} from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useEffect, useMemo, useRef } from 'react';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { downloadText } from '../../shared/downloadText';
import { useNodeWord } from '../shared/NodeName';
import { BoxShape } from './BoxShape';
import { layoutPicture, type Box, type Reading } from './layoutPicture';
import { pictureLook } from './pictureLook';
import { useBoxFocus } from './useBoxFocus';

const useStyles = makeStyles(
  theme => ({
    frame: {
      overflow: 'auto',
      maxHeight: 560,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
    },
  }),
  { name: 'ContinuityGraphPicture' },
);

/**
 * A picture of at most 200 nodes; the rest is in boxes that count. What is drawn also
 * stands in a table beside it: the picture is for the overview.
 */
export const GraphPictureView = (props: {
  picture: GraphPicture;
  reading: Reading;
  /** What the drawing shows, for those who do not see it. */
  label: string;
  /** The node whose path is shown. */
  chosen?: string;
  onNode: (node: GraphNode) => void;
  onGroup?: (group: GraphCountedGroup) => void;
}) => {
  const { picture, reading, label, chosen, onNode, onGroup } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(graphTranslationRef);
  const nameOf = useNodeWord();
  const svg = useRef<SVGSVGElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const layout = useMemo(
    () => layoutPicture(picture, reading),
    [picture, reading],
  );
  const look = useMemo(() => pictureLook(theme), [theme]);
  const start = layout.boxes.find(({ column }) => column === 0)?.id;
  const focus = useBoxFocus(layout.boxes, start, svg);

  // Opens where one looks from, not in the upper left corner.
  useEffect(() => {
    const box = layout.boxes.find(({ id }) => id === start);
    const { current } = frame;
    if (!box || !current) return;
    current.scrollLeft = box.x - current.clientWidth / 2;
    current.scrollTop = box.y - current.clientHeight / 2;
  }, [layout, start]);

  const press = (box: Box) => {
    if (box.kind === 'node') onNode(box.node.node);
    else onGroup?.(box.group);
  };
  return (
    <>
      <div className={classes.frame} ref={frame}>
        <svg
          ref={svg}
          xmlns="http://www.w3.org/2000/svg"
          width={layout.width}
          height={layout.height}
          role="group"
          aria-label={label}
          fontFamily={theme.typography.fontFamily}
          fontSize={13}
        >
          <title>{label}</title>
          <g fill="none" aria-hidden>
            {layout.lines.map(({ from, to, soft, group, path }) => (
              <path
                key={`${from} ${to} ${group ?? ''} ${soft}`}
                d={path}
                stroke={group ? look.group : look.line}
                strokeDasharray={soft ? '5 4' : undefined}
              />
            ))}
          </g>
          {layout.boxes.map(box => (
            <BoxShape
              key={box.id}
              box={box}
              look={look}
              name={
                box.kind === 'node' ? nameOf(box.node.node) : box.group.title
              }
              chosen={box.id === chosen}
              tabIndex={box.id === focus.id ? 0 : -1}
              onFocus={() => focus.set(box.id)}
              onKey={event => focus.onKey(event, box, () => press(box))}
              onPress={() => press(box)}
            />
          ))}
        </svg>
      </div>
      <div className={classes.line}>
        <Typography variant="caption" color="textSecondary">
          {t('picture.legend')} {t('picture.keys')}
        </Typography>
        <Button
          size="small"
          onClick={() => {
            if (svg.current) {
              downloadText(
                'dependencies.svg',
                'image/svg+xml',
                new XMLSerializer().serializeToString(svg.current),
              );
            }
          }}
        >
          {t('picture.svg')}
        </Button>
      </div>
    </>
  );
};
