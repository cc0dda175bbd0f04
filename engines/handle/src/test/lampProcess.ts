/** A broken lamp in a fictional town: the process that the tests of this package run. */
export const lamp = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="https://yiwang.org/bpmn/1.0" id="d" targetNamespace="https://example.org">
  <bpmn:message id="m" name="lit" />
  <bpmn:process id="lamp" name="路灯" isExecutable="true" yiwang:grade="grade" yiwang:lead="lead" yiwang:team="team">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="assess" />
    <bpmn:businessRuleTask id="assess" name="研判" yiwang:decision="lampGrade"></bpmn:businessRuleTask>
    <bpmn:sequenceFlow id="f2" sourceRef="assess" targetRef="merge" />
    <bpmn:exclusiveGateway id="merge" />
    <bpmn:sequenceFlow id="f3" sourceRef="merge" targetRef="handle" />
    <bpmn:userTask id="handle" name="处置" yiwang:candidateRole="fitter" yiwang:candidateOrganisation="team" yiwang:form="handle" yiwang:calendarMinutes="minutes">
      <bpmn:extensionElements>
        <yiwang:field key="photo" label="照片" type="photo" required="true" />
        <yiwang:field key="note" label="说明" type="textfield" maxLength="10" />
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="overdue" attachedToRef="handle" cancelActivity="false">
      <bpmn:timerEventDefinition yiwang:clock="due" />
    </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="f4" sourceRef="overdue" targetRef="urge" />
    <bpmn:userTask id="urge" name="督办" yiwang:candidateRole="supervisor" />
    <bpmn:sequenceFlow id="f5" sourceRef="urge" targetRef="urged" />
    <bpmn:endEvent id="urged" />
    <bpmn:sequenceFlow id="f6" sourceRef="handle" targetRef="verify" />
    <bpmn:userTask id="verify" name="核查" yiwang:candidateRole="verifier" yiwang:notBy="handle">
      <bpmn:extensionElements>
        <yiwang:field key="outcome" label="结论" type="select" required="true">
          <yiwang:option value="pass" /><yiwang:option value="fail" />
        </yiwang:field>
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="expired" attachedToRef="verify">
      <bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="f7" sourceRef="expired" targetRef="merge" />
    <bpmn:sequenceFlow id="f8" sourceRef="verify" targetRef="verified" />
    <bpmn:exclusiveGateway id="verified" default="failed" />
    <bpmn:sequenceFlow id="passed" sourceRef="verified" targetRef="split">
      <bpmn:conditionExpression>outcome = "pass"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="failed" sourceRef="verified" targetRef="merge" />
    <bpmn:parallelGateway id="split" />
    <bpmn:sequenceFlow id="f9" sourceRef="split" targetRef="back" />
    <bpmn:sequenceFlow id="f10" sourceRef="split" targetRef="rest" />
    <bpmn:intermediateCatchEvent id="back" name="复明">
      <bpmn:messageEventDefinition messageRef="m" />
    </bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="rest" name="观察">
      <bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="f11" sourceRef="back" targetRef="join" />
    <bpmn:sequenceFlow id="f12" sourceRef="rest" targetRef="join" />
    <bpmn:parallelGateway id="join" />
    <bpmn:sequenceFlow id="f13" sourceRef="join" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>
`;
