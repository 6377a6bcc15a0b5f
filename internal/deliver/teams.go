package deliver

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
)

// Teams posts a card to the webhook of a workflow. Its address is the secret.
type Teams struct {
	Webhook string
	Client  *http.Client
}

// Once is false: a card that is posted twice stands there twice.
func (Teams) Once() bool { return false }

// Deliver posts the letter as an adaptive card.
func (t Teams) Deliver(ctx context.Context, p Parcel) (string, error) {
	if !strings.HasPrefix(t.Webhook, "https://") {
		return "", &Fault{Code: CodeSecret, Final: true}
	}
	body, err := json.Marshal(card(p.said()))
	if err != nil {
		return "", &Fault{Code: CodeWords, err: err}
	}
	answer, err := post(ctx, t.Client, t.Webhook, "application/json", body, nil)
	if err != nil {
		return "", err
	}
	return "teams " + answer.Header.Get("X-Ms-Workflow-Run-Id"), nil
}

// object is a part of a card.
type object map[string]any

// card is the letter in the form that the workflow "post to a channel when a webhook request is received" takes. Its texts are
// Markdown to Teams, so what could be taken for a sign of it is escaped.
func card(l Letter) object {
	text := func(s string, more object) object {
		block := object{"type": "TextBlock", "text": plain.Replace(s), "wrap": true}
		for key, value := range more {
			block[key] = value
		}
		return block
	}
	body := []object{text(l.Subject, object{"size": "Large", "weight": "Bolder", "style": "heading"})}
	for _, lead := range l.Lead {
		body = append(body, text(lead, nil))
	}
	if l.Again != "" {
		body = append(body, text(l.Again, nil))
	}
	var facts []object
	for _, f := range l.Figures {
		facts = append(facts, object{"title": plain.Replace(f.Name), "value": plain.Replace(f.Value)})
	}
	if len(facts) > 0 {
		body = append(body, object{"type": "FactSet", "facts": facts})
	}
	for _, foot := range l.Foot {
		body = append(body, text(foot, object{"isSubtle": true}))
	}
	content := object{"$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.4", "lang": l.Language, "body": body}
	if l.Link.Address != "" {
		content["actions"] = []object{{"type": "Action.OpenUrl", "title": l.Link.Text, "url": l.Link.Address}}
	}
	return object{"type": "message", "attachments": []object{{"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": nil, "content": content}}}
}

// plain takes its meaning from what Markdown would take for a sign.
var plain = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, "`", "\\`", `#`, `\#`)
