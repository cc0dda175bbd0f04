import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import {
  clockLight,
  dueTimes,
  escalationsToCome,
  extendClock,
  raise,
  resumeClock,
  startClock,
  stopClock,
  suspendClock,
  used,
  type LegalClock,
  type NewClock,
} from './index.ts';
import { calendar2026 } from './test/calendar2026.ts';

const calendar = calendar2026();
const at = (text: string) => new Date(`${text}+08:00`);
const by = 'account:100001';
const limit: NewClock = {
  id: 1,
  of: 'task',
  element: 'review',
  name: '审查',
  scope: 0,
  task: '018f0000-0000-7000-8000-000000000001',
  within: null,
  unit: 'workingDays',
  budget: 5,
  warnShare: 0.8,
  maxExtension: 0,
  calendar: 'cn',
};
const start = (from: string, change: Partial<NewClock> = {}) => startClock([], { ...limit, ...change }, at(from), by);
const only = ([clock]: readonly LegalClock[]): LegalClock => clock!;
const act = (when: string, reason: string | null = '补正') => ({ at: at(when), by, reason });
const due = (clocks: readonly LegalClock[], n = 0) => dueTimes(clocks[n]!, calendar).dueAt;
const fault = (code: string) => (error: unknown) => isFault(error, code);

suite('days', () => {
  test('count from the next day and are up at the end of the last one, make-up workdays among them', () => {
    assert.deepEqual(due(start('2026-05-08T09:00:00', { budget: 1 })), at('2026-05-09T17:30:00'));
    assert.deepEqual(due(start('2026-05-08T23:59:00', { budget: 1 })), at('2026-05-09T17:30:00'));
    assert.deepEqual(due(start('2026-09-30T09:00:00', { budget: 3 })), at('2026-10-10T17:30:00'));
    assert.deepEqual(due(start('2026-05-08T09:00:00', { unit: 'calendarDays', budget: 1 })), at('2026-05-10T00:00:00'));
  });

  test('warn in the morning of the day that goes past the share', () => {
    assert.deepEqual(dueTimes(only(start('2026-03-02T15:00:00')), calendar).warnAt, at('2026-03-09T09:00:00'));
    assert.deepEqual(
      dueTimes(only(start('2026-03-02T15:00:00', { budget: 1 })), calendar).warnAt,
      at('2026-03-03T09:00:00'),
    );
  });

  test('less every day on which the clock stood still; the day of the resumption does not count either', () => {
    const stood = suspendClock(start('2026-03-02T15:00:00'), 1, act('2026-03-04T10:00:00'));
    assert.deepEqual(dueTimes(only(stood), calendar), { warnAt: null, dueAt: null });
    assert.equal(used(only(stood), calendar, at('2026-03-20T12:00:00')), 1);
    const resumed = resumeClock(stood, 1, act('2026-03-10T00:00:00', '补正齐全'));
    assert.deepEqual(due(resumed), at('2026-03-16T17:30:00'));
    assert.equal(used(only(resumed), calendar, at('2026-03-11T17:30:00')), 2);
  });

  test('that were over before the suspension stay used, and a limit that ran out is never undone', () => {
    const evening = suspendClock(start('2026-03-02T15:00:00', { budget: 1 }), 1, act('2026-03-03T20:00:00'));
    assert.deepEqual(due(evening), at('2026-03-03T17:30:00'));
    assert.equal(clockLight(only(evening), calendar, at('2026-03-05T10:00:00')), 'over');
    const before = suspendClock(start('2026-03-02T15:00:00', { budget: 1 }), 1, act('2026-03-03T17:29:00'));
    assert.equal(due(before), null);
  });

  test('with two suspensions on one day lose that day once', () => {
    let clocks = start('2026-03-02T15:00:00');
    for (const hour of ['09', '14']) {
      clocks = suspendClock(clocks, 1, act(`2026-03-04T${hour}:00:00`));
      clocks = resumeClock(clocks, 1, act(`2026-03-04T${hour}:30:00`));
    }
    assert.deepEqual(due(clocks), at('2026-03-10T17:30:00'));
  });
});

suite('minutes', () => {
  test('count at once, through the noon break and the night', () => {
    const clocks = start('2026-03-02T17:00:00', { unit: 'workingMinutes', budget: 300 });
    assert.deepEqual(dueTimes(only(clocks), calendar), {
      warnAt: at('2026-03-03T14:00:00'),
      dueAt: at('2026-03-03T15:00:00'),
    });
    assert.deepEqual(
      due(start('2026-03-02T17:00:00', { unit: 'calendarMinutes', budget: 120 })),
      at('2026-03-02T19:00:00'),
    );
  });

  test('stand still from instant to instant, and of parts of minutes nothing is lost', () => {
    let clocks = start('2026-03-02T09:00:00', { unit: 'workingMinutes', budget: 60 });
    for (let n = 0; n < 4; n++) {
      clocks = suspendClock(clocks, 1, act(`2026-03-02T09:0${n}:30.250`));
      clocks = resumeClock(clocks, 1, act(`2026-03-02T09:0${n}:45.250`));
    }
    assert.deepEqual(due(clocks), at('2026-03-02T10:01:00'));
    assert.equal(used(only(clocks), calendar, at('2026-03-02T09:31:00')), 30);
  });

  test('used up before a suspension leave the true due time', () => {
    const late = suspendClock(
      start('2026-03-02T09:00:00', { unit: 'workingMinutes', budget: 60 }),
      1,
      act('2026-03-02T11:00:00'),
    );
    assert.deepEqual(due(late), at('2026-03-02T10:00:00'));
    assert.deepEqual(due(resumeClock(late, 1, act('2026-03-05T11:00:00'))), at('2026-03-02T10:00:00'));
  });

  test('with the machine’s clock set back count from the last act', () => {
    const early = suspendClock(
      start('2026-03-02T10:00:00', { unit: 'calendarMinutes', budget: 60 }),
      1,
      act('2026-03-02T09:00:00'),
    );
    assert.deepEqual(due(resumeClock(early, 1, act('2026-03-02T08:00:00'))), at('2026-03-02T11:00:00'));
  });
});

suite('nested clocks', () => {
  const nested = () => {
    let clocks = start('2026-03-02T09:00:00', { id: 1, of: 'case', task: null, budget: 20, name: '许可' });
    clocks = startClock(clocks, { ...limit, id: 2, of: 'stage', within: 1, budget: 10 }, at('2026-03-02T09:00:00'), by);
    return startClock(clocks, { ...limit, id: 3, within: 2 }, at('2026-03-02T09:00:00'), by);
  };

  test('stand still with the one above and go on with it', () => {
    const stood = suspendClock(nested(), 1, act('2026-03-04T10:00:00', '专家评审'));
    assert.deepEqual(
      stood.map(({ state, segments }) => [state, segments.at(-1)!.reason, segments.at(-1)!.through]),
      [1, 2, 3].map(() => ['suspended', '专家评审', 1]),
    );
    const gone = resumeClock(stood, 1, act('2026-03-09T10:00:00', null));
    assert.deepEqual(due(gone, 2), at('2026-03-13T17:30:00'));
    assert.throws(() => resumeClock(gone, 1, act('2026-03-09T10:00:00')), fault('handle.clockState'));
  });

  test('with a ground of their own wait for both, whichever ends first', () => {
    const both = suspendClock(
      suspendClock(nested(), 3, act('2026-03-03T10:00:00')),
      1,
      act('2026-03-04T10:00:00', '听证'),
    );
    assert.throws(() => resumeClock(both, 2, act('2026-03-05T10:00:00')), fault('handle.clockHeld'));
    assert.throws(() => suspendClock(both, 3, act('2026-03-05T10:00:00')), fault('handle.clockState'));
    for (const [first, second, left] of [
      [1, 3, '补正'],
      [3, 1, '听证'],
    ] as const) {
      const half = resumeClock(both, first, act('2026-03-05T10:00:00', null));
      assert.equal(half[2]!.state, 'suspended');
      assert.equal(half[2]!.segments.at(-1)!.reason, left);
      const whole = resumeClock(half, second, act('2026-03-06T10:00:00', null));
      assert.deepEqual(
        whole.map(({ state }) => state),
        ['running', 'running', 'running'],
      );
    }
  });

  test('that start while the one above stands begin standing still', () => {
    const stood = suspendClock(start('2026-03-02T09:00:00', { of: 'case' }), 1, act('2026-03-03T10:00:00'));
    const added = startClock(stood, { ...limit, id: 2, within: 1 }, at('2026-03-04T10:00:00'), by);
    assert.equal(due(added, 1), null);
    assert.deepEqual(due(resumeClock(added, 1, act('2026-03-05T10:00:00')), 1), at('2026-03-12T17:30:00'));
  });

  test('that start under two suspensions wait for both', () => {
    const both = suspendClock(
      suspendClock(nested(), 1, act('2026-03-03T10:00:00', '听证')),
      2,
      act('2026-03-04T10:00:00'),
    );
    const added = startClock(both, { ...limit, id: 4, within: 2 }, at('2026-03-05T10:00:00'), by);
    const half = resumeClock(added, 2, act('2026-03-06T10:00:00'));
    assert.equal(half[3]!.state, 'suspended');
    assert.equal(half[3]!.segments.at(-1)!.reason, '听证');
    assert.equal(resumeClock(half, 1, act('2026-03-09T10:00:00'))[3]!.state, 'running');
  });

  test('stop with the one above and nothing moves them after', () => {
    const stopped = stopClock(nested(), 1, at('2026-03-04T10:00:00'));
    assert.ok(stopped.every(({ state }) => state === 'stopped'));
    assert.equal(used(stopped[2]!, calendar, at('2026-12-01T10:00:00')), 1);
    assert.deepEqual(due(stopped, 2), at('2026-03-09T17:30:00'), 'as it would have been');
    assert.throws(() => suspendClock(stopped, 3, act('2026-03-05T10:00:00')), fault('handle.clockState'));
  });
});

suite('an extension', () => {
  const extension = (amount: number, when = '2026-03-05T10:00:00') => ({
    amount,
    reason: '案情复杂',
    askedBy: by,
    approvedBy: 'account:100002',
    at: at(when),
  });

  test('moves the due time and the warning, up to what the model allows in all', () => {
    const clocks = extendClock(start('2026-03-02T15:00:00', { maxExtension: 10 }), calendar, 1, extension(5));
    assert.deepEqual(dueTimes(only(clocks), calendar), {
      warnAt: at('2026-03-13T09:00:00'),
      dueAt: at('2026-03-16T17:30:00'),
    });
    assert.throws(() => extendClock(clocks, calendar, 1, extension(6)), fault('handle.extensionTooLong'));
    assert.throws(() => extendClock(clocks, calendar, 1, extension(0.5)), fault('handle.extensionTooLong'));
    assert.throws(() => extendClock(clocks, calendar, 1, extension(Number.NaN)), fault('handle.extensionTooLong'));
  });

  test('is granted before the limit is up, never after', () => {
    const clocks = start('2026-03-02T15:00:00', { maxExtension: 10 });
    extendClock(clocks, calendar, 1, extension(1, '2026-03-09T17:29:59'));
    assert.throws(
      () => extendClock(clocks, calendar, 1, extension(1, '2026-03-09T17:30:00')),
      fault('handle.extensionTooLate'),
    );
  });
});

suite('escalation', () => {
  const ladder = ['warn', 'due', { over: 2 }] as const;

  test('has each rung once, and once more after an extension', () => {
    const clock = only(start('2026-03-02T15:00:00', { maxExtension: 5 }));
    const first = escalationsToCome(clock, calendar, ladder);
    assert.deepEqual(first, [
      { step: 'warn', at: at('2026-03-09T09:00:00') },
      { step: 'due', at: at('2026-03-09T17:30:00') },
      { step: 'over 2', at: at('2026-03-11T17:30:00') },
    ]);
    const raised = raise(clock, 'warn', at('2026-03-09T09:00:00'));
    assert.deepEqual(escalationsToCome(raised, calendar, ladder), first.slice(1));
    const extension = { amount: 5, reason: '', askedBy: by, approvedBy: by, at: at('2026-03-09T10:00:00') };
    const extended = only(extendClock([raised], calendar, 1, extension));
    assert.deepEqual(
      escalationsToCome(extended, calendar, ladder).map(({ step }) => step),
      ['warn', 'due', 'over 2'],
    );
  });

  test('waits while the clock stands still and ends with it', () => {
    const clocks = start('2026-03-02T15:00:00');
    assert.deepEqual(
      escalationsToCome(only(suspendClock(clocks, 1, act('2026-03-04T10:00:00'))), calendar, ladder),
      [],
    );
    assert.deepEqual(escalationsToCome(only(stopClock(clocks, 1, at('2026-03-04T10:00:00'))), calendar, ladder), []);
  });
});

suite('a light', () => {
  test('is ● then ▲ then ■, and stays as it was when the clock stopped', () => {
    const clocks = start('2026-03-02T15:00:00');
    const light = (when: string, of = only(clocks)) => clockLight(of, calendar, at(when));
    assert.equal(light('2026-03-09T08:59:59'), 'ok');
    assert.equal(light('2026-03-09T09:00:00'), 'due');
    assert.equal(light('2026-03-09T17:30:00'), 'over');
    assert.equal(light('2026-04-01T00:00:00', only(stopClock(clocks, 1, at('2026-03-09T10:00:00')))), 'due');
    assert.equal(light('2026-03-09T10:00:00', only(suspendClock(clocks, 1, act('2026-03-09T09:30:00')))), 'ok');
  });
});

test('a limit that is no number of minutes or whole days is refused', () => {
  const bad: readonly Partial<NewClock>[] = [
    { budget: 0 },
    { budget: -1 },
    { budget: 2.5 },
    { budget: Number.NaN },
    { budget: 1e9 },
    { maxExtension: -1 },
    { warnShare: 0 },
    { warnShare: 1.5 },
  ];
  for (const change of bad) assert.throws(() => start('2026-03-02T15:00:00', change), fault('handle.clockLimit'));
});
