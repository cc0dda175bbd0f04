import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { checkApp, loadApp, loadCity, openingsOf, placeOf, tellingsOf } from './index.ts';

const example = path.resolve(import.meta.dirname, '../../../cities/example');

/** What is said of the licence once something in a file of it was changed. */
function problemsAfter(t: TestContext, file: string, from: string, to: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-entrances-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(example, folder, { recursive: true });
  const whole = path.join(folder, 'apps/licence', file);
  const text = readFileSync(whole, 'utf8');
  assert.ok(text.includes(from), `${file} says ${from}`);
  writeFileSync(whole, text.replace(from, to));
  const { problems } = checkApp(path.join(folder, 'apps/licence'), loadCity(folder).city);
  return problems.map((problem) => `${placeOf(problem)} ${problem.what.en}`);
}

suite('how people come to the cases of an application', () => {
  test('is given with the fields of its forms', () => {
    const { app } = loadApp(path.join(example, 'apps/licence'));
    assert.ok(app);
    const [opening] = openingsOf(app);
    assert.deepEqual(
      [opening?.name, opening?.title, opening?.fields.map(({ key, required }) => [key, required])],
      [
        '场所经营许可',
        'applicant',
        [
          ['applicant', true],
          ['venue', true],
          ['credit', true],
          ['wantsCommitment', false],
        ],
      ],
    );
    assert.deepEqual(
      tellingsOf(app, 'placeLicence').map(({ message, roles }) => [message, roles]),
      [['correction', ['window-clerk']]],
    );
    assert.deepEqual(tellingsOf(app, 'another'), []);
  });

  test('is refused where it names what is not there', (t) => {
    const wrong = (from: string, to: string): string => problemsAfter(t, 'app.yaml', from, to).join('\n');
    assert.match(wrong('form: apply', 'form: none'), /^app\.yaml:\d+:\d+ there is no form none$/m);
    assert.match(wrong('title: applicant', 'title: venue'), /the form has no text field venue/);
    assert.match(wrong('organisation: ex.service', 'organisation: ex.none'), /there is no organisation ex\.none/);
    assert.match(wrong('stewards: [head', 'stewards: [king'), /there is no king among the roles/);
    assert.match(wrong('message: correction', 'message: rain'), /the process never waits for rain/);
    assert.match(wrong('opens:\n  - { process: placeLicence', 'opens:\n  - { process: none'), /no process none/);
  });

  test('holds in scenarios too: who may not open, a form that is not right, a message from a stranger', (t) => {
    const scenario = 'scenarios/place-licence.yaml';
    const said = (from: string, to: string): string => problemsAfter(t, scenario, from, to).join('\n');
    assert.match(said('by: clerk', 'by: head'), /step 0: app\.yaml leaves it to window-clerk/);
    assert.match(said('venue: eatery', 'venue: castle'), /it was refused: handle\.formRefused/);
    assert.match(said('name: correction,', 'name: correction, as: head,'), /app\.yaml leaves it to window-clerk/);
  });
});
