package main

// publishedOfNine is what the evaluation and the project database say of the nine: what the program's own figures are held against.
func publishedOfNine() table {
	const evaluation, database = "ideas2evidence 1/2011, gjengitt av Distriktssenteret", "Distriktssenterets prosjektdatabase"
	var t table
	add := func(id string, all ...published) {
		s := scheme{programme: programme{id: id}, published: all}
		part := inOne(table{}, []scheme{s}, func(s scheme) table { return publishedTable(s.published) })
		t.header, t.rows = part.header, append(t.rows, part.rows...)
	}
	add("all",
		published{Indicator: "Jobbtilbud", Period: "Alle", Value: "0,82", Source: evaluation, Remark: "Alle ni samlet; antallet er ikke oppgitt"},
		published{Indicator: "Bor i nedslagsfeltet", Period: "Alle", Value: "0,67", Source: evaluation, Remark: "Alle ni samlet, per dato"},
		published{Indicator: "Bor i regionen etter to år", Period: "Alle", Value: "0,62", Source: evaluation, Remark: "Alle ni samlet"},
		published{Indicator: "Bor i regionen etter tre år", Period: "Alle", Value: "0,59", Source: evaluation, Remark: "Alle ni samlet"},
		published{Indicator: "Programmets betydning", Period: "Alle", Value: "0,67", Source: evaluation, Remark: "Av dem som ble boende"},
		published{Indicator: "Blitt, og det betydde noe", Period: "Alle", Value: "0,54", Source: evaluation,
			Remark: "Følger ikke av de andre publiserte tallene: 0,67 av 0,67 er 0,45"})
	add("innlandet",
		published{Indicator: "Ansatte traineer", Period: "Alle", Value: "92", Source: database, Remark: "Tolv kull"},
		published{Indicator: "Bor i regionen etter tre år", Period: "Alle", Value: "0,50", Source: "Distriktssenteret, Norges første traineeprogram"})
	add("romerike",
		published{Indicator: "Ansatte traineer", Period: "Alle", Value: "15", Source: database, Remark: "Kull på 10 og 5"},
		published{Indicator: "Ansatt i medlemskommune", Period: "Alle", Numerator: "7", Denominator: "15", Source: database,
			Remark: "Fast eller midlertidig ansatt i en medlemskommune; bosted er ikke med"})
	add("framtidsfylket",
		published{Indicator: "Bor og jobber i regionen, av fullførte", Period: "Alle", Denominator: "62", Value: "0,70", Source: "framtidsfylket.no",
			Remark: "Om lag 70 prosent ble i fylket: 43 av 62 er 69,4 og 44 av 62 er 71,0"})
	add("salten",
		published{Indicator: "Bor og jobber i regionen, av fullførte", Period: "Alle", Value: "1,00", Source: database, Remark: "Alle fikk jobb og ble"})
	add("kom", newPublished()...)
	return t
}
