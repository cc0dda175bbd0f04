import { sha256, verifyReceipt, type Verifier } from '@yiwang/ledger/verify';

/**
 * The script of a receipt that somebody keeps: it checks what is in its own page, or what is dropped on it, with nothing
 * but what the browser has. It says everything in both languages, for it has no settings.
 */
type Receipt = Parameters<typeof verifyReceipt>[0];
interface CaseReceipt {
  readonly format: 'yiwang-case-receipt/1';
  readonly number: string;
  readonly receipts: readonly Receipt[];
  readonly verifiers: readonly Verifier[];
}

const problems: Readonly<Record<string, string>> = {
  malformed: '格式不对，不是完整的回执 · It is no whole receipt',
  'key unknown': '签名的公钥不在此页 · Signed with a key that is not in this page',
  forged: '检查点的签名不对：检查点被改过 · The signature is wrong: the checkpoint was changed',
  'other book': '签名属于另一本账 · The signature is of another book',
  'not included':
    '条目或路径与签名的账本不符：内容被改过 · The entry or its path was changed: it is not in the signed book',
};

function byId(id: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`#${id}`);
  if (found === null) throw new TypeError(`no #${id}`);
  return found;
}

function line(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
}

/** Groups of four, as people compare them. */
function fingerprintOf({ publicKey }: Verifier): string {
  const hex = [...sha256(Uint8Array.from(atob(publicKey), (one) => one.codePointAt(0) ?? 0))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

async function show(text: string, trusted: readonly Verifier[]): Promise<void> {
  const list = byId('entries');
  const verdict = byId('verdict');
  list.replaceChildren();
  let read: CaseReceipt;
  try {
    read = JSON.parse(text) as CaseReceipt;
    if (read.format !== 'yiwang-case-receipt/1' || !Array.isArray(read.receipts)) throw new TypeError('no receipt');
  } catch {
    verdict.className = 'bad';
    verdict.textContent = `✗ ${problems['malformed']}`;
    return;
  }
  const keys = trusted.length > 0 ? trusted : read.verifiers;
  byId('number').textContent = read.number;
  byId('keys').replaceChildren(...keys.map((key) => line('li', `${key.name} · ${key.keyId} · ${fingerprintOf(key)}`)));
  let bad = 0;
  for (const receipt of read.receipts) {
    const result = await verifyReceipt(receipt, keys);
    const { at, kind, actor } = receipt.entry;
    const place = receipt.inclusion.index;
    const item = line(
      'li',
      `${result.valid ? '✓' : '✗'} #${place} ${String(at)} ${kind} ${actor}`,
      result.valid ? 'good' : 'bad',
    );
    if (!result.valid) {
      bad += 1;
      item.append(line('p', problems[result.problem] ?? result.problem));
    }
    list.append(item);
  }
  verdict.className = bad === 0 ? 'good' : 'bad';
  verdict.textContent =
    bad === 0
      ? `✓ 全部 ${read.receipts.length} 条属实，与签名的账本一致 · All ${read.receipts.length} entries are in the signed book`
      : `✗ ${bad} 条不符 · ${bad} of ${read.receipts.length} do not hold`;
}

const own = byId('receipt').textContent ?? '';
/** The keys that came with the page: what is dropped on it can not bring its own. */
let trusted: readonly Verifier[] = [];
try {
  trusted = (JSON.parse(own) as CaseReceipt).verifiers;
} catch {
  byId('verdict').textContent = '请放入回执文件 · Drop a receipt here';
}
if (!('fromBase64' in Uint8Array)) {
  byId('verdict').textContent =
    '此浏览器过旧，请用新版浏览器打开 · This browser is too old; open the page in a current one';
} else if (trusted.length > 0) void show(own, trusted);

byId('file').addEventListener('change', (event) => {
  const { files } = event.target as HTMLInputElement;
  void files?.[0]?.text().then((text) => show(text, trusted));
});
byId('paste').addEventListener('input', (event) => {
  const { value } = event.target as HTMLTextAreaElement;
  if (value.trim() !== '') void show(value, trusted);
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void event.dataTransfer?.files[0]?.text().then((text) => show(text, trusted));
});
