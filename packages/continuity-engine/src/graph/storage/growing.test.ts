import fc from 'fast-check';
import { growingInt32, growingUint16, growingUint8 } from './growing';

const CHUNK = 65_536;

// As a list of the language does, for values as usual and others, within and across chunks.
it('keeps what is pushed, wherever something unusual begins', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        () => growingUint8(255),
        () => growingUint8(),
        () => growingUint16(0),
        () => growingInt32(),
      ),
      fc.integer({ min: 0, max: 3 * CHUNK }),
      fc.array(fc.integer({ min: 0, max: 3 * CHUNK }), { maxLength: 4 }),
      fc.constantFrom(0, 255),
      (make, length, unusual, most) => {
        const list = make();
        const plain: number[] = [];
        for (let at = 0; at < length; at++) {
          const value = unusual.includes(at) ? 7 : most;
          list.push(value);
          plain.push(value);
        }
        expect(list.length).toBe(length);
        expect(Array.from(plain, (_, at) => list.at(at))).toEqual(plain);
        list.clear();
        expect(list.length).toBe(0);
        list.push(3);
        expect(list.at(0)).toBe(3);
      },
    ),
    { numRuns: 30 },
  );
});
