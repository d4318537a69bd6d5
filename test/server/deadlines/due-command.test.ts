import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { bundledEntry } from '../../../config/processes/bundled-entry.ts';

/** As one file, which starts sooner than `npm run due` with its hundred. */
function due(args: string[], input = '') {
  const command = bundledEntry('server/deadlines/due-command.ts', ...args);
  return spawnSync(process.execPath, command, { encoding: 'utf8', input });
}

function file(name: string, content: string): string {
  const target = path.join(mkdtempSync(path.join(tmpdir(), 'heyi-due-')), name);
  writeFileSync(target, content);
  return target;
}

describe('npm run due', () => {
  it('answers with one JSON object and nothing else on standard output', () => {
    const { stdout, stderr, status } = due([
      '--rule',
      'M3',
      '--from',
      '2026-09-16',
      '--region',
      '370100',
      '--json',
    ]);
    expect(status).to.equal(0);
    expect(stderr).to.equal('');
    const answer = JSON.parse(stdout);
    expect(answer).to.include({ rule: 'M3', due: '2026-10-08', provisional: false });
    expect(answer.trace.map(({ step }: { step: string }) => step)).to.deep.equal([
      'rule',
      'start',
      'count',
      'roll',
    ]);
    expect(answer.zh).to.contain('2026年10月8日').and.to.contain('第二十九条');
    expect(answer.en).to.contain('8 October 2026').and.to.contain('art. 29');
  });

  it('answers in words without --json', () => {
    const { stdout } = due(['--rule', 'A6', '--from', '2026-12-01']);
    expect(stdout)
      .to.match(/^A6 {2}2027-01-15\n/)
      .and.to.contain('2027年放假安排');
  });

  it('takes events from a file', () => {
    const events = file(
      'events.json',
      '[{"kind":"mediation-extended","on":"2026-03-10","days":10,"agreedByBoth":true}]',
    );
    const { stdout } = due(['--rule', 'M3', '--from', '2026-03-02', '--events', events, '--json']);
    expect(JSON.parse(stdout).due).to.equal('2026-03-27');
  });

  it('takes a year of the calendar from a file, and refuses a faulty one', () => {
    const year = {
      year: 2027,
      status: 'provisional',
      source: 'made up',
      offDays: ['2027-01-15'],
      workedDays: [],
    };
    const good = due([
      '--rule',
      'A6',
      '--from',
      '2026-12-01',
      '--calendar',
      file('2027.json', JSON.stringify(year)),
      '--json',
    ]);
    expect(JSON.parse(good.stdout).due).to.equal('2027-01-18');
    const bad = due([
      '--rule',
      'A6',
      '--from',
      '2026-12-01',
      '--calendar',
      file('2027.json', JSON.stringify({ ...year, workedDays: ['2027-01-18'] })),
    ]);
    expect(bad).to.include({ status: 1, stdout: '' });
    expect(bad.stderr).to.contain('workedDays[0]: 2027-01-18 is no Saturday or Sunday');
  });

  const faults: [title: string, args: string[], message: string][] = [
    ['an unknown rule', ['--rule', 'M99', '--from', '2026-09-16'], 'rule: there is no rule "M99"'],
    [
      'an impossible day',
      ['--rule', 'M3', '--from', '2026-02-30'],
      'from: "2026-02-30" is not a day that exists',
    ],
    [
      'a missing start',
      ['--rule', 'M3'],
      'from: nothing starts M3; give the day, or an event mediation-accepted',
    ],
    ['a rule not yet in force', ['--rule', 'M3n', '--from', '2023-01-05'], 'from: M3n holds from 2024-01-19'],
    ['a missing rule', ['--from', '2026-09-16'], 'rule: is missing'],
    [
      'a region that is none',
      ['--rule', 'M3', '--from', '2026-09-16', '--region', 'Jinan'],
      'region: "Jinan" is not a region code',
    ],
    ['an option that does not exist', ['--rules', 'M3'], "arguments: Unknown option '--rules'"],
    [
      'a file that does not exist',
      ['--rule', 'M3', '--events', 'nowhere.json'],
      'events: cannot read nowhere.json',
    ],
    ['a batch file that does not exist', ['--batch', 'nowhere.jsonl'], 'batch: cannot read nowhere.jsonl'],
    [
      'an event that does not exist',
      ['--rule', 'M3', '--events', file('e.json', '[{"kind":"tea","on":"2026-03-02"}]')],
      'events[0].kind: there is no event "tea"',
    ],
    [
      'an event without what it must say',
      ['--rule', 'M8', '--events', file('e.json', '[{"kind":"instalment-agreed","on":"2026-03-02"}]')],
      'events[0].dueOn: is missing',
    ],
    [
      'an event with an impossible day',
      [
        '--rule',
        'M8',
        '--events',
        file('e.json', '[{"kind":"instalment-agreed","on":"2026-03-02","dueOn":"2026-04-31"}]'),
      ],
      'events[0].dueOn: "2026-04-31" is not a day',
    ],
    ['events that are no JSON', ['--rule', 'M8', '--events', file('e.json', '[')], 'events: is not JSON'],
  ];
  for (const [title, args, message] of faults) {
    it(`names the field on standard error and ends with 1: ${title}`, () => {
      const { stdout, stderr, status } = due([...args, '--json']);
      expect({ stdout, status }).to.deep.equal({ stdout: '', status: 1 });
      expect(stderr).to.contain(message);
    });
  }
});

describe('npm run due --batch', () => {
  const lines = [
    '{"rule":"M1","from":"2026-02-12"}',
    'nonsense',
    '',
    '{"rule":"M3","from":"2026-09-16","region":"370100"}',
    '{"rule":"M3","from":"2026-09-16","colour":"red"}',
    '{"rule":"M3"}',
    '{"from":"2026-09-16"}',
    '{"rule":"A6","events":[{"kind":"arbitration-accepted","on":"2026-03-02"},{"kind":"party-added","on":"2026-03-16"}]}',
    '[]',
    '{"rule":"A11","from":"2199-06-01"}',
  ];
  const outcomes = [
    '2026-02-24',
    'line',
    'line',
    '2026-10-08',
    'colour',
    'from',
    'rule',
    '2026-04-30',
    'body',
    'on',
  ];

  const read = (stdout: string) =>
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ due: day, error }) => day ?? error.field);

  it('answers each line in order, with an error and its number in the place of a faulty one, and ends with 1', () => {
    const { stdout, stderr, status } = due(['--batch', file('batch.jsonl', `${lines.join('\n')}\n`)]);
    expect(status).to.equal(1);
    expect(stderr).to.contain('7 of 10 lines');
    expect(read(stdout)).to.deep.equal(outcomes);
    const faulty = stdout.split('\n').flatMap((line, index) => {
      const number = line === '' ? undefined : JSON.parse(line).line;
      return number === undefined ? [] : [[number, index + 1]];
    });
    expect(faulty).to.deep.equal([2, 3, 5, 6, 7, 9, 10].map((number) => [number, number]));
  });

  it('ends with 0 and a silent standard error when every line has its day', () => {
    const { stderr, status } = due(['--batch', '-'], '{"rule":"M1","from":"2026-02-12"}\n');
    expect({ stderr, status }).to.deep.equal({ stderr: '', status: 0 });
  });

  it('reads standard input, with line ends of either kind and without a last one', () => {
    expect(read(due(['--batch', '-'], lines.join('\r\n')).stdout)).to.deep.equal(outcomes);
  });

  it('prints nothing for an empty file', () => {
    expect(due(['--batch', file('empty.jsonl', '')])).to.include({ stdout: '', status: 0 });
  });
});
