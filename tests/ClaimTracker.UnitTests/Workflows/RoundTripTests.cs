using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.UnitTests.Workflows;

/// <summary>What Studio wrote and we do not use comes out again as it went in.</summary>
public sealed class RoundTripTests
{
    /// <summary>Fields that no code of ours knows, at each place where Studio or a later Elsa may put some.</summary>
    private const string FromStudio = """
        {
          "$schema": "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
          "id": "kept-v1",
          "definitionId": "kept",
          "name": "Kept “as is” <&> ü \uD83D\uDE42",
          "tenantId": null,
          "createdAt": "2026-01-05T09:00:00.1234567+00:00",
          "version": 1,
          "toolVersion": "3.7.1",
          "variables": [
            {
              "id": "v1",
              "name": "Vote",
              "typeName": "String",
              "isArray": false,
              "value": null,
              "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
              "colourInStudio": "teal"
            }
          ],
          "inputs": [],
          "outputs": [],
          "outcomes": [],
          "customProperties": {
            "Elsa:WorkflowContextProviderTypes": [],
            "ourOwn": {
              "deep": [
                1.50,
                -0,
                12345678901234567890,
                1e400,
                true,
                {}
              ]
            }
          },
          "isReadonly": false,
          "isSystem": false,
          "isLatest": true,
          "isPublished": true,
          "options": {
            "activationStrategyType": null,
            "ofALaterElsa": "kept"
          },
          "root": {
            "id": "flow",
            "nodeId": "Workflow1:flow",
            "type": "Elsa.Flowchart",
            "version": 1,
            "customProperties": {
              "notFoundConnections": []
            },
            "metadata": {},
            "activities": [
              {
                "id": "start",
                "nodeId": "Workflow1:flow:start",
                "name": "Start1",
                "type": "Elsa.Start",
                "version": 1,
                "customProperties": {
                  "canStartWorkflow": false,
                  "runAsynchronously": false
                },
                "metadata": {
                  "designer": {
                    "position": {
                      "x": -420.0000001,
                      "y": 10
                    },
                    "size": {
                      "width": 99.5,
                      "height": 50
                    }
                  },
                  "note": "ours"
                }
              },
              {
                "id": "end",
                "type": "Elsa.Finish",
                "version": 1
              }
            ],
            "variables": [],
            "connections": [
              {
                "source": {
                  "activity": "start",
                  "port": "Done"
                },
                "target": {
                  "activity": "end",
                  "port": "In"
                },
                "vertices": [
                  {
                    "x": 1,
                    "y": 2.5
                  }
                ]
              }
            ]
          }
        }

        """;

    [Fact]
    public void Loading_and_saving_changes_not_a_character()
    {
        Assert.Equal(FromStudio, Load(FromStudio).ToJson());
        Assert.NotNull(DefinitionCatalog.Load([("kept.json", FromStudio)], new Dictionary<string, string>()).Catalog);
    }

    [Fact]
    public void What_runs_is_saved_with_nothing_lost()
    {
        foreach (var (file, text) in Presets.Files)
        {
            var saved = Presets.Catalog.ByVersionId(Load(text).VersionId)!.Source.ToJson();
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(saved)), file);
            Assert.Equal(saved, Load(saved).ToJson());
        }
    }

    [Fact]
    public void What_was_saved_means_the_same() =>
        Assert.Equal(Load(FromStudio).ContentHash, Load(Load(FromStudio).ToJson()).ContentHash);

    private static WorkflowDefinition Load(string text) => WorkflowDefinition.Parse("kept.json", text).Definition!;
}
