import { OutsideNumbers } from './outside-numbers';

/** What stands where a secret stood. */
export const removed = '[removed]';
/** What stands for every key pressed: a key that no telephone has and every client takes. */
const maskedKey = 'D';

const secretName = /secret|token|passw|pin$|pincode|api[-_]?key|authorization|credential|cookie|authid/i;
const noSecretName = /^token_?type$|token_?endpoint|expires/i;
const keysName = /^dtmf_?input$/i;
const personName = /(caller|first|last|display|contact)_?name$/i;
const numberName = /number|phone|caller|did|destination|mobile|fax/i;
/** Shorter ones can't be told from ordinary words and are only removed where they are named. */
const shortestKnownSecret = 6;

/**
 * Takes out of a recording what is nobody's business: secrets and tokens, keys pressed, telephone
 * numbers from outside, e-mail addresses and names of people. The same number, address or name gets the same
 * stand-in throughout, so that a recording still makes sense.
 */
export class Masker {
  readonly #numbers = new OutsideNumbers();
  readonly #people = new Map<string, string>();
  readonly #secrets = new Set<string>();
  readonly #origin: string;
  readonly #hostname: string;

  /** @param target - the origin of the PBX, which gets a stand-in too. */
  constructor(target: string) {
    const { origin, hostname } = new URL(target);
    this.#origin = origin;
    // An address of this machine tells nothing, and route points have one in their device ids everywhere.
    this.#hostname = /^(127\.|localhost$|\[::1\])/.test(hostname) ? '' : hostname;
  }

  /** From now on this is removed wherever it appears. */
  learnSecret(secret: string): void {
    if (secret.length >= shortestKnownSecret && secret !== removed) this.#secrets.add(secret);
  }

  /** Text of any kind. */
  text(text: string): string {
    const plain = this.#withoutTarget(this.#withoutSecrets(text))
      .replace(/\beyJ[\w-]{8,}\.[\w-]*\.?[\w-]*/g, removed)
      .replace(/\b(Bearer|Basic)\s+(?!\[removed\])[^\s"',]+/gi, `$1 ${removed}`)
      .replace(/(?<!\bsips?:[\w.+-]*)[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi, (address) =>
        this.#person(address, 'e-mail'),
      );
    return this.#numbers.mask(plain);
  }

  /** A value named `name` in JSON, and everything in it. */
  json(value: unknown, name = '', isInSecret = false): unknown {
    const isSecret = (isInSecret || secretName.test(name)) && !noSecretName.test(name);
    if (Array.isArray(value)) return value.map((item: unknown) => this.json(item, name, isSecret));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [this.text(key), this.json(item, key, isSecret)]),
      );
    }
    if (typeof value === 'string') return value === '' ? '' : this.#string(value, name, isSecret);
    if (typeof value !== 'number') return value;
    if (isSecret) return 0;
    const isNumber = numberName.test(name) && Number.isSafeInteger(value);
    return isNumber ? Number(this.#numbers.mask(String(value))) : value;
  }

  /** A path with its query. Numbers in it are ids unless they are quoted or have a `+`. */
  path(path: string): string {
    const [before, query] = splitOnce(path, '?');
    const masked = before
      .split('/')
      .map((segment) => {
        const plain = this.#withoutTarget(this.#withoutSecrets(decoded(segment)));
        return encodeURIComponent(plain.replace(/'[^']*'|\+[\d ]+|^sips?:.*/g, (text) => this.text(text)));
      })
      .join('/');
    if (query === undefined) return masked;
    const fields = [...new URLSearchParams(query)].map(([name, value]): [string, string] => [
      name,
      String(this.json(value, name)),
    ]);
    return `${masked}?${new URLSearchParams(fields).toString()}`;
  }

  /** The last look at a line before it is written: nothing that is known as a secret stays, however it got there. */
  line(line: string): string {
    return this.#withoutSecrets(line);
  }

  #string(value: string, name: string, isSecret: boolean): string {
    if (isSecret) {
      this.learnSecret(value);
      return removed;
    }
    if (keysName.test(name)) return maskedKey.repeat(Array.from(value).length);
    if (personName.test(name)) return this.#person(value, 'name');
    return this.text(value);
  }

  #withoutTarget(text: string): string {
    const plain = text.replaceAll(this.#origin, '{origin}');
    return this.#hostname === '' ? plain : plain.replaceAll(this.#hostname, 'pbx.example.com');
  }

  #person(found: string, kind: 'name' | 'e-mail'): string {
    const known = this.#people.get(found);
    if (known !== undefined) return known;
    if (/^Person \d+$|^person-\d+@example\.com$/.test(found)) return found;
    const ordinal = this.#people.size + 1;
    const person = kind === 'name' ? `Person ${ordinal}` : `person-${ordinal}@example.com`;
    this.#people.set(found, person);
    return person;
  }

  #withoutSecrets(text: string): string {
    let plain = text;
    for (const secret of this.#secrets) {
      for (const form of formsOf(secret)) plain = plain.replaceAll(form, removed);
    }
    return plain;
  }
}

/** A secret as it is, as it is in JSON, and as it is in a URL or a form. */
function formsOf(secret: string): ReadonlySet<string> {
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1);
  return new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), inForm]);
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
