// What must not be in the project: places of one machine, package registries, people.
import type { Rule } from './rule'
import type { Sources } from './source'

const isText = (file: string): boolean =>
  /\.(tsx?|mts|mjs|json|md|css|sql|prisma|toml|ya?ml|html|svg|txt|sh)$/.test(file) || /(^|\/)\.?[\w-]+$/.test(file)

type Trace = { what: string; pattern: RegExp; except?: RegExp }

// The patterns are put together from parts so that this file does not hold what it looks for.
const any = (...parts: string[]): RegExp => new RegExp(parts.join('|'))

const traces: Trace[] = [
  {
    what: 'a folder of one machine',
    pattern: any('(?<![\\w.])/(work|root|home/\\w+|Users/\\w+|tmp/\\w+|mnt|opt/\\w+)/[\\w.]'),
  },
  {
    what: 'an address in a private network',
    pattern: any('https?://(10\\.|192\\.168\\.|172\\.(1[6-9]|2\\d|3[01])\\.)'),
  },
  {
    what: 'the host of a package registry',
    pattern: any(
      'https?://[\\w.-]*(registry|artifactory|nexus|verdaccio|npmmirror|pypi|mirror)[\\w.-]*\\.?[\\w-]*[:/]',
      '"resolved":',
    ),
  },
  { what: 'a personal identity code', pattern: any('\\b\\d{6}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y]\\b') },
  {
    what: 'a mail address of a real domain',
    pattern: any(
      '[\\w.+-]+@(?!example\\.|etappi\\.example|esimerkki\\.fi|exempel\\.fi|localhost)[\\w-]+\\.(fi|com|org|net|se)\\b',
    ),
  },
  {
    what: 'a phone number',
    pattern: any('(?<![\\d.])(\\+358[ -]?\\d{1,2}|0(40|41|44|45|46|50))[ -]\\d{3}[ -]?\\d{3,4}\\b'),
  },
  {
    what: 'a name of a person',
    pattern: any('\\b[A-ZÅÄÖ][a-zåäö]{2,}(-[A-ZÅÄÖ][a-zåäö]+)? [A-ZÅÄÖ][a-zåäö]+(nen|sson|ström|qvist)\\b'),
  },
]

function look(sources: Sources): { looked: number; findings: string[] } {
  const files = sources.paths.filter((file) => isText(file) && !file.startsWith('tests/architecture/'))
  const findings = files.flatMap((file) => {
    const text = sources.text(file)
    return traces.flatMap(({ what, pattern }) => {
      const hit = pattern.exec(text)
      if (!hit) return []
      return [`${file}:${text.slice(0, hit.index).split('\n').length} ${what}: ${hit[0].slice(0, 60)}`]
    })
  })
  return { looked: files.length, findings }
}

export const traceRules: Rule[] = [
  {
    name: 'no traces of machines, registries or people',
    unit: 'files',
    floor: 480,
    check: look,
    planted: [
      { files: { 'README.md': 'Built in /opt/build/lib.' }, finding: /a folder of one machine/ },
      { files: { 'scripts/a.mts': "const home = '/home/someone/etappi'" }, finding: /a folder of one machine/ },
      { files: { '.npmrc': 'registry=https://registry.example/' }, finding: /package registry/ },
      { files: { 'package-lock.json': '{"resolved": "x"}' }, finding: /package registry/ },
      { files: { 'docs/a.md': 'see http://192.168.1.4/x' }, finding: /private network/ },
      { files: { 'prisma/seed/a.json': '"131052-308T"' }, finding: /personal identity code/ },
      { files: { 'prisma/seed/a.json': '"matti.meikalainen@kainuu.fi"' }, finding: /mail address/ },
      { files: { 'prisma/seed/a.json': '"040 123 4567"' }, finding: /phone number/ },
      { files: { 'prisma/seed/a.json': '"Maija Meikäläinen"' }, finding: /name of a person/ },
    ],
  },
]
