import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Judgement } from './Judgement';

/** What Prometheus is told. Outcomes only: names of services would have no end. */
export class AdmissionMetrics {
  readonly #registry = new Registry();
  readonly #reviews = new Counter({
    name: 'continuity_admission_reviews_total',
    help: 'Admission reviews answered, by outcome and answer',
    labelNames: ['outcome', 'allowed'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'continuity_admission_review_seconds',
    help: 'How long an admission review took to answer',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  });
  readonly #refused = new Counter({
    name: 'continuity_admission_refused_total',
    help: 'Requests that were no admission review, by HTTP status',
    labelNames: ['status'],
    registers: [this.#registry],
  });
  readonly #questions = new Counter({
    name: 'continuity_admission_gate_questions_total',
    help: 'Questions sent to the gate, by whether they were decided',
    labelNames: ['decided'],
    registers: [this.#registry],
  });

  /** @param state - asked when somebody looks */
  constructor(state: {
    servicesAgeMs(): number | undefined;
    services(): number;
    certificateValidUntil(): number;
  }) {
    const registers = [this.#registry];
    const gauges: [name: string, help: string, value: () => number][] = [
      [
        'continuity_admission_services',
        'Services whose tier is known',
        state.services,
      ],
      [
        'continuity_admission_services_age_seconds',
        'How long ago the services were read; NaN: never',
        () => (state.servicesAgeMs() ?? NaN) / 1000,
      ],
      [
        'continuity_admission_certificate_not_after_seconds',
        'When the certificate ends, in seconds since 1970',
        () => state.certificateValidUntil() / 1000,
      ],
    ];
    for (const [name, help, value] of gauges) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers,
        collect: (): void => gauge.set(value()),
      });
    }
  }

  answered({ outcome }: Judgement, allowed: boolean, seconds: number): void {
    this.#reviews.inc({ outcome, allowed: String(allowed) });
    this.#seconds.observe(seconds);
  }

  refused(status: number): void {
    this.#refused.inc({ status });
  }

  asked(isDecided: boolean): void {
    this.#questions.inc({ decided: String(isDecided) });
  }

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
