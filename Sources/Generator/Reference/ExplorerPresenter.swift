extension ReferencePresenter {
    /// The page on which all of a client can be searched.
    var explorer: ExplorerView {
        let links = links(.anchors)
        let models = models(links).flatMap(\.view.sections)
        let html = HTMLPage(anchors: Set(models.map(\.name)))
        return ExplorerView(
            title: HTMLText.escaped(title), index: html.index(index(links)),
            groups: api.groups.map { group in
                explorer(of: group, as: view(of: group, links: links), in: html)
            },
            models: models.map {
                ExplorerModelView(link: PercentEncoding.encoded($0.name), section: html.model($0))
            })
    }

    private var title: String {
        let (title, version) = (api.about.title, api.about.version)
        return (title.isEmpty ? api.service : title) + (version.isEmpty ? "" : ", version \(version)")
    }

    private func explorer(
        of group: API.Group, as view: GroupPageView, in html: HTMLPage,
    ) -> ExplorerGroupView {
        let operations = zip(group.operations, view.operations).map { operation, section in
            let curl = CurlCommand(operation: operation, snippets: snippets).view
            let examples =
                section.examples.prefix(1) + [curl].compactMap(\.self) + section.examples.dropFirst()
            let anchor = "\(view.name).\(section.name)"
            return ExplorerOperationView(
                anchor: HTMLText.escaped(anchor), link: PercentEncoding.encoded(anchor),
                name: HTMLText.escaped(section.name),
                verb: HTMLText.escaped(operation.verb), method: HTMLText.escaped(operation.verb.lowercased()),
                path: HTMLText.escaped(operation.path),
                breakablePath: HTMLText.escaped(operation.path).replacing("/", with: "/<wbr>"),
                section: html.operation(section, examples: Array(examples)))
        }
        return ExplorerGroupView(
            name: HTMLText.escaped(view.name), link: PercentEncoding.encoded(view.name),
            description: html.blocks(view.description),
            operations: operations)
    }
}
