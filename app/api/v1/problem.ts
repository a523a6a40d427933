import type { Words } from '@/lib/platform/words'
import { openApiAddress } from '@/lib/reporting-api/addresses'
import { problemDetails, problemTitles } from '@/lib/reporting-api/problems/labels'
import { type ParameterFault, type ProblemCode, problemStatus, waitSeconds } from '@/lib/reporting-api/problems/model'

/** A refusal as RFC 9457 has it: what is wrong, what to do, and every parameter at fault at once. */
export function problem(t: Words, code: ProblemCode, faults: readonly ParameterFault[] = []): Response {
  const status = problemStatus[code]
  const body = {
    type: `urn:etappi:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: t(problemTitles[code]),
    status,
    detail: t(problemDetails[code], { docs: openApiAddress }),
    ...(faults.length > 0 && {
      errors: faults.map(({ parameter, message }) => ({ parameter, detail: t(message) })),
    }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': t.locale,
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': challenge(code) }),
      ...(status === 429 && { 'retry-after': String(waitSeconds) }),
    },
  })
}

/** RFC 6750: an error is named only when a key was shown. */
function challenge(code: ProblemCode): string {
  return code === 'NO_KEY' ? 'Bearer realm="Etappi"' : 'Bearer realm="Etappi", error="invalid_token"'
}
