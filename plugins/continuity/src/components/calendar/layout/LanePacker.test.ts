import { LanePacker } from './LanePacker';

describe('LanePacker', () => {
  it.each<[string, number, [number, number][], number[]]>([
    [
      'what does not overlap shares a lane',
      1,
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      [0, 0, 0],
    ],
    [
      'what overlaps stands in another lane',
      2,
      [
        [0, 2],
        [1, 3],
      ],
      [0, 1],
    ],
    [
      'what there is no lane for is left out',
      1,
      [
        [0, 2],
        [1, 3],
        [2, 4],
      ],
      [0, -1, 0],
    ],
    [
      'later questions fill the gaps',
      1,
      [
        [0, 1],
        [5, 6],
        [2, 3],
        [1, 2],
        [3, 5],
        [4, 5],
      ],
      [0, 0, 0, 0, 0, -1],
    ],
    [
      'nothing fits around what is within',
      1,
      [
        [2, 3],
        [0, 5],
        [2, 3],
      ],
      [0, -1, -1],
    ],
  ])('%s', (_, lanes, intervals, expected) => {
    const packer = new LanePacker(lanes);
    expect(intervals.map(([start, end]) => packer.place(start, end))).toEqual(
      expected,
    );
  });
});
