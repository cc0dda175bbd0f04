/**
 * A process of random blocks: sequences, exclusive choices with a way back, parallel branches, tasks with clocks and
 * boundary timers, catch events. Blocks nest, so that every token can reach the end.
 */
export function randomProcess(random: () => number): string {
  const parts: string[] = [];
  let last = 0;
  const id = (kind: string) => `${kind}${(last += 1)}`;
  const flow = (from: string, to: string, condition = '') => {
    const name = id('f');
    const inner = condition === '' ? '' : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`;
    parts.push(`<bpmn:sequenceFlow id="${name}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`);
    return name;
  };

  /** Adds a block after node `from`, and gives the node that it ends at, whose way on is still open. */
  const block = (from: string, depth: number): string => {
    const dice = random();
    if (depth > 0 && dice < 0.2) return block(block(from, depth - 1), depth - 1);
    if (depth > 0 && dice < 0.4) return parallel(from, depth - 1);
    if (depth > 0 && dice < 0.6) return choice(from, depth - 1);
    if (dice < 0.7) return timer(from);
    if (dice < 0.8) return message(from);
    return task(from);
  };

  const parallel = (from: string, depth: number): string => {
    const [split, join] = [id('split'), id('join')];
    parts.push(`<bpmn:parallelGateway id="${split}" />`, `<bpmn:parallelGateway id="${join}" />`);
    flow(from, split);
    for (let branch = 0; branch < 2 + Math.floor(random() * 2); branch += 1) flow(block(split, depth), join);
    return join;
  };

  const choice = (from: string, depth: number): string => {
    const [open, fork, end] = [id('open'), id('fork'), id('merge')];
    parts.push(`<bpmn:task id="${open}" />`, `<bpmn:task id="${end}" />`);
    flow(from, open);
    const before = task(open);
    flow(before, fork);
    const left = task(fork, 'go = true');
    flow(left, end);
    const other = random() < 0.5 ? flow(fork, open) : skip(fork, end, depth);
    parts.push(`<bpmn:exclusiveGateway id="${fork}" default="${other}" />`);
    return end;
  };

  const skip = (from: string, to: string, depth: number): string => {
    const pass = id('pass');
    parts.push(`<bpmn:task id="${pass}" />`);
    const name = flow(from, pass);
    flow(block(pass, depth), to);
    return name;
  };

  const task = (from: string, condition = ''): string => {
    const name = id('task');
    const limit = random() < 0.5 ? ` yiwang:${random() < 0.5 ? 'working' : 'calendar'}Minutes="60"` : '';
    parts.push(`<bpmn:userTask id="${name}"${limit}><bpmn:extensionElements>
      <yiwang:field key="go" label="go" type="checkbox" /></bpmn:extensionElements></bpmn:userTask>`);
    flow(from, name, condition);
    if (random() < 0.4) boundary(name, limit !== '');
    return name;
  };

  const boundary = (host: string, hasClock: boolean): void => {
    const [name, after, end] = [id('boundary'), id('late'), id('end')];
    const rule = hasClock && random() < 0.5 ? ' yiwang:clock="due"' : ' yiwang:minutes="45"';
    const interrupting = random() < 0.5;
    parts.push(`<bpmn:boundaryEvent id="${name}" attachedToRef="${host}" cancelActivity="${interrupting}">
      <bpmn:timerEventDefinition${rule} /></bpmn:boundaryEvent>`);
    if (interrupting) {
      const back = id('again');
      parts.push(`<bpmn:userTask id="${back}" />`);
      flow(name, back);
      flow(back, host);
    } else {
      parts.push(`<bpmn:userTask id="${after}" />`, `<bpmn:endEvent id="${end}" />`);
      flow(name, after);
      flow(after, end);
    }
  };

  const timer = (from: string): string => {
    const name = id('wait');
    parts.push(`<bpmn:intermediateCatchEvent id="${name}"><bpmn:timerEventDefinition>
      <bpmn:timeDuration>PT30M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`);
    flow(from, name);
    return name;
  };

  const message = (from: string): string => {
    const name = id('hear');
    parts.push(`<bpmn:intermediateCatchEvent id="${name}"><bpmn:messageEventDefinition messageRef="m" />
      </bpmn:intermediateCatchEvent>`);
    flow(from, name);
    return name;
  };

  parts.push('<bpmn:startEvent id="start" />', '<bpmn:endEvent id="end" />');
  flow(block('start', 3), 'end');
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="https://yiwang.org/bpmn/1.0">
    <bpmn:message id="m" name="go" /><bpmn:process id="random" isExecutable="true">${parts.join('\n')}</bpmn:process></bpmn:definitions>`;
}
