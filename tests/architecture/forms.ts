// Sending a form again must be harmless: each form that changes something carries a key.
import { isListed } from './matching'
import type { Rule } from './rule'
import * as house from './rules'
import { codeIn, type Sources } from './source'

const whole = /<form\b[\s\S]*?<\/form>/g
const readsOnly = /^<form\b[^>]*\bmethod="(?:get|dialog)"/

function formsWithoutKey(sources: Sources, file: string): { looked: number; findings: string[] } {
  const text = sources.text(file)
  const forms = (text.match(whole) ?? []).filter((form) => !readsOnly.test(form))
  const keyless = forms.filter((form) => !/<Once\b/.test(form)).length
  const findings = keyless > 0 ? [`${file}: ${keyless} forms carry no key (<Once>)`] : []
  if (/\buse(?:ActionState|Answer)\(/.test(text) && forms.length === 0)
    findings.push(`${file}: its form is not in the same file`)
  return { looked: forms.length, findings }
}

export const formRules: Rule[] = [
  {
    name: 'every form that changes something carries a key, so that sending it again does nothing more',
    unit: 'forms',
    floor: 8,
    check: (sources) => {
      const files = codeIn(sources, 'app', 'components').filter((file) => !isListed(house.formsWithoutKey, file))
      const all = files.map((file) => formsWithoutKey(sources, file))
      return {
        looked: all.reduce((sum, one) => sum + one.looked, 0),
        findings: all.flatMap((one) => one.findings),
      }
    },
    planted: [
      {
        files: { 'components/risks/risk-form.tsx': '<form action={submit} noValidate><Input name="title" /></form>' },
        finding: /1 forms carry no key/,
      },
      {
        files: {
          'components/risks/two.tsx':
            '<><form action={a}><Once attempt={0} /></form><form\n method="post" action="/api/x"></form></>',
        },
        finding: /two.tsx: 1 forms carry no key/,
      },
      {
        files: { 'components/risks/far.tsx': 'const { state, submit } = useAnswer(save)' },
        finding: /not in the same file/,
      },
    ],
  },
]
