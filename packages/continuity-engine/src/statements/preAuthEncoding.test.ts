import { decodeBase64, encodeBase64 } from './base64';
import { preAuthEncoding } from './preAuthEncoding';

const text = (bytes: Uint8Array | undefined) =>
  bytes && new TextDecoder().decode(bytes);
const bytesOf = (written: string) => new TextEncoder().encode(written);

describe('the pre-authentication encoding', () => {
  // Source: secure-systems-lab/dsse, protocol.md, "Test Vectors".
  it('is that of the specification', () => {
    expect(
      text(
        preAuthEncoding(
          'http://example.com/HelloWorld',
          bytesOf('hello world'),
        ),
      ),
    ).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  it('counts bytes, not characters', () => {
    expect(text(preAuthEncoding('é', bytesOf('日本')))).toBe(
      'DSSEv1 2 é 6 日本',
    );
    expect(text(preAuthEncoding('', new Uint8Array(0)))).toBe('DSSEv1 0  0 ');
  });

  it('keeps type and payload apart', () => {
    expect(preAuthEncoding('a b', bytesOf('c'))).not.toEqual(
      preAuthEncoding('a', bytesOf('b 1 c')),
    );
  });
});

describe('base64', () => {
  // Source: RFC 4648, section 10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('of "%s" is "%s"', (plain, encoded) => {
    expect(encodeBase64(bytesOf(plain))).toBe(encoded);
    expect(text(decodeBase64(encoded))).toBe(plain);
    expect(text(decodeBase64(encoded.replace(/=/g, '')))).toBe(plain);
  });

  it('may be in either alphabet', () => {
    const bytes = Uint8Array.of(0xfb, 0xff, 0xfe);
    expect(decodeBase64('+//+')).toEqual(bytes);
    expect(decodeBase64('-__-')).toEqual(bytes);
  });

  it.each([
    ['with both alphabets', '+__-'],
    ['with a line break', 'Zm9v\nYmFy'],
    ['with blanks', 'Zm9v '],
    ['with foreign characters', 'Zm9v!'],
    ['with half of its padding', 'Zg='],
    ['with padding too much', 'Zm9v='],
    ['with padding in the middle', 'Zg==Zg=='],
    ['with bits behind the last byte', 'Zh=='],
    ['that ends within a byte', 'Z'],
  ])('%s is none', (_, encoded) => {
    expect(decodeBase64(encoded)).toBeUndefined();
  });
});
