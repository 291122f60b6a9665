import { formatProblem } from '@continuity/engine';
import { readGraphSettings } from './readGraphSettings';

const read = (raw: unknown) => {
  const result = readGraphSettings(raw, 'continuity.graph');
  return 'problems' in result
    ? result.problems.map(formatProblem)
    : result.settings;
};

describe('readGraphSettings', () => {
  it('asks no server and takes every part for needed when nothing is said', () => {
    expect(read(undefined)).toEqual({
      parts: 'hard',
      reviews: { enabled: true, noticeMs: 14 * 86_400_000 },
      traffic: {
        refreshMs: 15 * 60_000,
        lookbackMs: 86_400_000,
        unseenAfterMs: 30 * 86_400_000,
        sources: [],
      },
    });
  });

  it('reads sources, with the metric of OpenTelemetry unless another is named', () => {
    expect(
      read({
        parts: 'soft',
        reviews: { enabled: false, notice: 'P30D' },
        traffic: {
          refresh: 'PT1M',
          sources: [
            { id: 'j', type: 'jaeger', url: 'https://j.example/', token: 'x' },
            { id: 'p', type: 'prometheus', url: 'http://p.example/prom' },
            { id: 'q', type: 'prometheus', url: 'http://p', metric: 'calls' },
          ],
        },
      }),
    ).toMatchObject({
      parts: 'soft',
      reviews: { enabled: false, noticeMs: 30 * 86_400_000 },
      traffic: {
        refreshMs: 60_000,
        sources: [
          { id: 'j', type: 'jaeger', url: 'https://j.example', token: 'x' },
          {
            id: 'p',
            type: 'prometheus',
            url: 'http://p.example/prom',
            metric: 'traces_service_graph_request_total',
          },
          { metric: 'calls' },
        ],
      },
    });
  });

  const sources = (...list: object[]) => ({ traffic: { sources: list } });
  const jaeger = { id: 'j', type: 'jaeger', url: 'https://j.example' };

  it.each<[unknown, string]>([
    [
      { parts: 'some' },
      'continuity.graph.parts: "some" is not one of hard, soft',
    ],
    [
      { reviews: { notice: 'PT1H' } },
      'continuity.graph.reviews.notice: "PT1H" is not an ISO 8601 duration, e.g. PT1H, from P1D to P90D',
    ],
    [
      { traffic: { refresh: 'PT1S' } },
      'continuity.graph.traffic.refresh: "PT1S" is not an ISO 8601 duration, e.g. PT1H, from PT1M to P1D',
    ],
    [
      sources({ ...jaeger, url: 'https://user:secret@j.example' }),
      'continuity.graph.traffic.sources.0.url: "https://user:secret@j.example" is not an http or https address without user name, query or fragment, e.g. https://jaeger.example.com',
    ],
    [
      sources({ ...jaeger, url: 'file:///etc/passwd' }),
      'continuity.graph.traffic.sources.0.url: "file:///etc/passwd" is not an http or https address without user name, query or fragment, e.g. https://jaeger.example.com',
    ],
    [
      sources(jaeger, jaeger),
      'continuity.graph.traffic.sources.1.id: "j" stands at continuity.graph.traffic.sources.0 already; expected each id once',
    ],
    [
      sources({ ...jaeger, metric: 'calls' }),
      'continuity.graph.traffic.sources.0.metric: has no meaning for a source of type "jaeger"; expected it for prometheus alone',
    ],
    [
      sources({ id: 'j', type: 'jaeger' }),
      'continuity.graph.traffic.sources.0.url: is missing; expected an http or https address without user name, query or fragment, e.g. https://jaeger.example.com',
    ],
  ])('refuses %j', (raw, problem) => {
    expect(read(raw)).toEqual([problem]);
  });
});
