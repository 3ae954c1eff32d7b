const COMMIT_BUCKETS_MS = [1, 2, 5, 10, 20, 50, 100, 250, 1000, 5000];

interface Metric {
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  lines(name: string): string[];
}

/** Counts up for ever, apart by one label if it has one. */
export class Counter implements Metric {
  readonly help: string;
  readonly type = 'counter';
  readonly #label: string | null;
  readonly #values = new Map<string, number>();

  constructor(help: string, label: string | null = null) {
    this.help = help;
    this.#label = label;
    if (label === null) this.#values.set('', 0);
  }

  add(amount: number, labelValue = ''): void {
    this.#values.set(labelValue, (this.#values.get(labelValue) ?? 0) + amount);
  }

  lines(name: string): string[] {
    return [...this.#values].map(([value, total]) =>
      this.#label === null ? `${name} ${total}` : `${name}{${this.#label}="${value}"} ${total}`,
    );
  }
}

/** Asked for its value when someone looks. */
export class Gauge implements Metric {
  readonly help: string;
  readonly type = 'gauge';
  readonly #read: () => number;

  constructor(help: string, read: () => number) {
    this.help = help;
    this.#read = read;
  }

  lines(name: string): string[] {
    return [`${name} ${this.#read()}`];
  }
}

export class Histogram implements Metric {
  readonly help: string;
  readonly type = 'histogram';
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  constructor(help: string, bounds: readonly number[] = COMMIT_BUCKETS_MS) {
    this.help = help;
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    this.#sum += value;
    this.#count += 1;
    const bucket = this.#bounds.findIndex((bound) => value <= bound);
    if (bucket !== -1) this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
  }

  lines(name: string): string[] {
    let total = 0;
    const buckets = this.#bounds.map((bound, index) => {
      total += this.#counts[index] ?? 0;
      return `${name}_bucket{le="${bound}"} ${total}`;
    });
    return [
      ...buckets,
      `${name}_bucket{le="+Inf"} ${this.#count}`,
      `${name}_sum ${this.#sum}`,
      `${name}_count ${this.#count}`,
    ];
  }
}

/** The text format Prometheus reads. Names are the keys, in `coherence_` style. */
export function prometheusText(metrics: Readonly<Record<string, Metric>>): string {
  const blocks = Object.entries(metrics).map(([name, metric]) =>
    [`# HELP ${name} ${metric.help}`, `# TYPE ${name} ${metric.type}`, ...metric.lines(name)].join('\n'),
  );
  return `${blocks.join('\n')}\n`;
}
